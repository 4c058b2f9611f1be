package org.zhubao.roster;

/**
 * What became of the findings of the department's upload before this one, of the same kind of list. A finding is the same
 * when it says the same about the same person; a row whose name was changed, too, counts as solved and new.
 */
public record RosterProgress(String earlierFile, int solved, int left, int appeared) {}
