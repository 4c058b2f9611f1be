package org.zhubao.determination;

/** How somebody stands in a run against an earlier one. */
public enum RunChange {
    /** Nobody listed them before. */
    NEW,
    /** Nobody lists them any more. */
    GONE,
    MORE,
    LESS,
    /** The same amount in another way: by other funds, refused for another reason, left open. */
    OTHERWISE;

    public String messageKey() {
        return "run.change." + name();
    }
}
