package org.zhubao.account;

import org.zhubao.division.Division;

/**
 * Where the user works right now: one county of their scope and one benefit year, chosen in the header and kept in the
 * session. A parameter of this type in a controller is filled in.
 *
 * @param benefitYear the year of cover, not of the notice
 */
public record Workplace(Division county, int benefitYear) {}
