package org.zhubao.account;

/** What the menu says of work that waits. A bean of this type answers; without one nothing waits. */
public interface OpenMatters {

    /** Beyond this it is not counted further: every page asks. */
    int MOST = 1000;

    /** @return how many matters wait for a decision there, at most {@link #MOST} */
    int count(Workplace workplace);
}
