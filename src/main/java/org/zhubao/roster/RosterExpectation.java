package org.zhubao.roster;

import java.util.List;
import org.zhubao.division.Department;
import org.zhubao.division.Division;

/**
 * What the office expects of a file before it is opened.
 *
 * @param townships of the county
 * @param otherCounties the product serves, to recognise a file sent to the wrong one
 * @param department that uploads
 * @param wordings of the notice for this county and benefit year, and of the department
 * @param aliases headings that only this department uses
 */
public record RosterExpectation(
        Division county,
        List<Division> townships,
        List<Division> otherCounties,
        int benefitYear,
        Department department,
        RosterKind kind,
        IdentityWordings wordings,
        Aliases aliases) {

    public RosterExpectation {
        if (!county.isCounty()) {
            throw new IllegalArgumentException("a roster is a county's: " + county.code());
        }
        townships = List.copyOf(townships);
        otherCounties = otherCounties.stream()
                .filter(other -> !other.code().equals(county.code()))
                .toList();
    }
}
