package org.zhubao.roster;

/**
 * A wording that this year's notice does not know and the department has not explained.
 *
 * @param rows how many rows use it
 */
public record UnknownWording(String wording, int rows) {}
