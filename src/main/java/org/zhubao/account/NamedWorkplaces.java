package org.zhubao.account;

import org.springframework.stereotype.Component;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.site.Refusal;

/** Where a program works: it names county and year with each request and chooses nothing for later ones. */
@Component
public class NamedWorkplaces {

    private final Divisions divisions;

    NamedWorkplaces(Divisions divisions) {
        this.divisions = divisions;
    }

    /**
     * @param county code of a county (GB/T 2260)
     * @throws Refusal not found, when there is no such county or the user's scope does not cover it
     */
    public Workplace of(CurrentUser user, String county, int benefitYear) {
        return divisions
                .find(county)
                .filter(Division::isCounty)
                .filter(division -> user.scope().covers(division.code()))
                .map(division -> new Workplace(division, benefitYear))
                .orElseThrow(Refusal::notFound);
    }
}
