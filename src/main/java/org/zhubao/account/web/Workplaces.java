package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private static final String COUNTIES = HERE + ".counties";
    private static final String YEARS = HERE + ".years of ";
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

    /** The same for the page that answers a request: who answers it and the frame around the answer ask for the same. */
    List<Division> counties(CurrentUser user, HttpServletRequest request) {
        return once(request, COUNTIES, () -> counties(user));
    }

    List<Integer> years(Division county, HttpServletRequest request) {
        return once(request, YEARS + county.code(), () -> years.of(county));
    }

    /** Empty only where there is no county in the user's scope. */
    Optional<Workplace> of(CurrentUser user, HttpServletRequest request) {
        return once(request, HERE, () -> chosen(user, request));
    }

    private Optional<Workplace> chosen(CurrentUser user, HttpServletRequest request) {
        Chosen chosen = (Chosen) request.getSession().getAttribute(CHOSEN);
        return counties(user, request).stream()
                .filter(county -> chosen == null || county.code().equals(chosen.county()))
                .findFirst()
                .map(county -> new Workplace(
                        county, chosen == null ? years(county, request).get(0) : chosen.benefitYear()));
    }

    /** Looks something up once for a request. */
    @SuppressWarnings("unchecked")
    private static <T> T once(HttpServletRequest request, String name, Supplier<T> look) {
        if (request.getAttribute(name) == null) {
            request.setAttribute(name, look.get());
        }
        return (T) request.getAttribute(name);
    }

    /** @throws Refusal 403 {@code not-your-workplace} */
    void choose(CurrentUser user, String county, int benefitYear, HttpSession session) {
        Division division = counties(user).stream()
                .filter(c -> c.code().equals(county))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "not-your-workplace"));
        List<Integer> possible = years.of(division);
        int year = possible.contains(benefitYear) ? benefitYear : possible.get(0);
        session.setAttribute(CHOSEN, new Chosen(county, year));
    }

    /** Begins anew with the first county, because the scope has changed. */
    void forget(HttpSession session) {
        session.removeAttribute(CHOSEN);
    }

    private record Chosen(String county, int benefitYear) implements Serializable {}
}
