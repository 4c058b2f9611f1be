package org.zhubao.account.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhubao.account.Membership;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;

/** The scopes an administrator may give: everything, the cities, their counties, their townships. */
@Component
class ScopeChoice {

    private static final int CITY_DIGITS = 4;

    private final Divisions divisions;

    ScopeChoice(Divisions divisions) {
        this.divisions = divisions;
    }

    /** One scope to choose. @param name null for everywhere */
    record Choice(String prefix, @Nullable String name) {}

    /** In the order of the codes, each division before its parts. */
    List<Choice> within(Scope scope) {
        List<Choice> choices = new ArrayList<>();
        if (scope.prefix().isEmpty()) {
            choices.add(new Choice("", null));
        }
        if (!scope.equals(scope.wholeCounties())) {
            divisions.townships(scope.prefix()).forEach(t -> choices.add(new Choice(t.code(), t.name())));
        }
        String city = "";
        for (Division county : divisions.counties(scope)) {
            String cityOfCounty = county.code().substring(0, CITY_DIGITS);
            if (!cityOfCounty.equals(city) && scope.covers(cityOfCounty)) {
                divisions.find(cityOfCounty).ifPresent(c -> choices.add(new Choice(c.code(), c.name())));
            }
            city = cityOfCounty;
            choices.add(new Choice(county.code(), county.name()));
            divisions
                    .townships(county.code())
                    .forEach(t -> choices.add(new Choice(t.code(), county.name() + " " + t.name())));
        }
        return choices;
    }

    /** A membership in words. */
    UserRow.Place place(Membership membership) {
        return new UserRow.Place(membership.role(), nameOf(membership.scope()).orElse(null), membership.department());
    }

    /** The name of a scope that is in use; empty for everywhere. */
    Optional<String> nameOf(Scope scope) {
        return scope.prefix().isEmpty()
                ? Optional.empty()
                : Optional.of(divisions.find(scope.prefix()).map(Division::name).orElse(scope.prefix()));
    }
}
