package org.zhubao.determination;

/** A run has ended well: everybody of its county and year has an outcome. Told in the job that carried it out. */
public record RunFinished(Run run) {}
