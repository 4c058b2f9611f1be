package org.zhubao.determination;

/** Where a run stands. */
public enum RunStatus {
    WAITING,
    RUNNING,
    FINISHED,
    FAILED;

    public boolean isOver() {
        return this == FINISHED || this == FAILED;
    }

    public String messageKey() {
        return "determination.status." + name();
    }
}
