package org.zhubao.account;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
     * @param county code of a county (GB/T 2260), as the request's {@code division} says it
     * @throws Refusal 400 when it is no such code, 404 when there is no such county or the user's scope does not cover it
     */
    public Workplace of(CurrentUser user, @Nullable String county, int benefitYear) {
        if (county == null || !county.matches("\\d{6}")) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "division");
        }
        return divisions
                .find(county)
                .filter(Division::isCounty)
                .filter(division -> user.scope().covers(division.code()))
                .map(division -> new Workplace(division, benefitYear))
                .orElseThrow(Refusal::notFound);
    }
}
