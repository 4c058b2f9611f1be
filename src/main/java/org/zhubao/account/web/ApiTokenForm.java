package org.zhubao.account.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.zhubao.account.Membership;
import org.zhubao.account.NewApiToken;
import org.zhubao.account.User;
import org.zhubao.division.Scope;

/**
 * A new token as typed.
 *
 * @param membership which of the user's memberships it acts in, by its place in their list
 * @param division its scope, within that membership's
 * @param lastDay the last day on which it is valid
 */
record ApiTokenForm(
        @Nullable String name, @Nullable String membership, @Nullable String division, @Nullable String lastDay) {

    private static final int LONGEST_NAME = 60;

    static ApiTokenForm blank(User user, LocalDate today) {
        return new ApiTokenForm(
                "",
                "0",
                user.memberships().get(0).scope().prefix(),
                today.plusDays(90).toString());
    }

    void check(User user, Errors problems) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.rejectValue("name", "tokens.name.wrong");
        }
        if (day().isEmpty()) {
            problems.rejectValue("lastDay", "tokens.last-day.wrong");
        }
        if (acting(user).isEmpty()) {
            problems.rejectValue("division", "tokens.division.wrong");
        }
    }

    /** Only after a check without problems. */
    NewApiToken token(User user, ZoneId zone) {
        Instant end = day().orElseThrow().plusDays(1).atStartOfDay(zone).toInstant();
        return new NewApiToken(
                user.id(),
                Optional.ofNullable(name).orElseThrow().strip(),
                acting(user).orElseThrow(),
                end);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(lastDay).map(String::strip).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Membership> acting(User user) {
        List<Membership> memberships = user.memberships();
        if (membership == null || !membership.matches("\\d") || division == null || !division.matches("\\d{0,12}")) {
            return Optional.empty();
        }
        int place = Integer.parseInt(membership);
        if (place >= memberships.size()) {
            return Optional.empty();
        }
        Membership whole = memberships.get(place);
        return Optional.of(whole)
                .filter(m -> m.scope().covers(division))
                .map(m -> new Membership(m.role(), new Scope(division), m.department()));
    }
}
