package org.zhubao.roster.excel;

import org.zhubao.division.Division;
import org.zhubao.roster.RosterExpectation;

/** Counties by the names that lists give them. */
record Places(RosterExpectation expected) {

    /** @return the county's code, else the name as written without white space */
    String codeOrName(String written) {
        if (written.isEmpty()) {
            return written;
        }
        String name = Text.compact(written);
        if (name.endsWith(expected.county().name()) || name.matches("本[地县区市].*")) {
            return expected.county().code();
        }
        return expected.otherCounties().stream()
                .filter(other -> name.endsWith(other.name()))
                .map(Division::code)
                .findFirst()
                .orElse(name);
    }
}
