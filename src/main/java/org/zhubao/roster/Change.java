package org.zhubao.roster;

/** What a roster does to one claim of its department. */
public enum Change {
    ADDED,
    CHANGED,
    CANCELLED,
    UNCHANGED
}
