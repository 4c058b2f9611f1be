package org.zhubao.roster;

/** How many people a list would have added, changed and cancelled when it had been read; the register may have moved on. */
public record ChangesWhenRead(int added, int changed, int cancelled) {}
