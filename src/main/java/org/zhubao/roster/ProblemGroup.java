package org.zhubao.roster;

/** How many rows of a batch have one and the same thing wrong: one task for the department. */
public record ProblemGroup(ProblemCode code, int rows) {}
