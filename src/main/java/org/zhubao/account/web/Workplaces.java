package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.zhubao.account.BenefitYears;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.site.Refusal;

/** Where users work: what they have chosen in this session, or else their first county and its newest year. */
@Component
class Workplaces {

    private static final String CHOSEN = "workplace";
    private static final String HERE = Workplace.class.getName();
    private static final int COUNTY_DIGITS = 6;
    /** Panzhihua's notice of 2024 pays 2025; what else is shipped pays 2021. */
    private static final BenefitYears SHIPPED =
            county -> county.region().equals("5104") ? List.of(2025, 2021) : List.of(2021);

    private final Divisions divisions;
    private final BenefitYears years;

    Workplaces(Divisions divisions, ObjectProvider<BenefitYears> years) {
        this.divisions = divisions;
        this.years = years.getIfAvailable(() -> SHIPPED);
    }

    /** The counties a user may choose among; a township officer has the one the township belongs to. */
    List<Division> counties(CurrentUser user) {
        String prefix = user.scope().prefix();
        return prefix.length() > COUNTY_DIGITS
                ? divisions.find(prefix.substring(0, COUNTY_DIGITS)).stream().toList()
                : divisions.counties(user.scope());
    }

    List<Integer> years(Division county) {
        return years.of(county);
    }

    /**
     * Looked up once for a request: who answers it and the frame around the answer ask for the same. Empty only where
     * there is no county in the user's scope.
     */
    Optional<Workplace> of(CurrentUser user, HttpServletRequest request) {
        if (!(request.getAttribute(HERE) instanceof Workplace)) {
            request.setAttribute(HERE, of(user, request.getSession()).orElse(null));
        }
        return Optional.ofNullable((Workplace) request.getAttribute(HERE));
    }

    private Optional<Workplace> of(CurrentUser user, HttpSession session) {
        List<Division> counties = counties(user);
        Chosen chosen = (Chosen) session.getAttribute(CHOSEN);
        return counties.stream()
                .filter(county -> chosen == null || county.code().equals(chosen.county()))
                .findFirst()
                .map(county ->
                        new Workplace(county, chosen == null ? years(county).get(0) : chosen.benefitYear()));
    }

    /** @throws Refusal 403 {@code not-your-workplace} */
    void choose(CurrentUser user, String county, int benefitYear, HttpSession session) {
        Division division = counties(user).stream()
                .filter(c -> c.code().equals(county))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "not-your-workplace"));
        List<Integer> possible = years(division);
        int year = possible.contains(benefitYear) ? benefitYear : possible.get(0);
        session.setAttribute(CHOSEN, new Chosen(county, year));
    }

    /** Begins anew with the first county, because the scope has changed. */
    void forget(HttpSession session) {
        session.removeAttribute(CHOSEN);
    }

    private record Chosen(String county, int benefitYear) implements Serializable {}
}
