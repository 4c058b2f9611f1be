package org.zhubao.levy;

/** What a line tells the tax bureau about a person against what it was told before. */
public enum MarkChange {
    ADDED,
    CHANGED,
    /** No longer marked: the person pays the whole premium. */
    CANCELLED,
    UNCHANGED;

    public String messageKey() {
        return "levy.change." + name();
    }
}
