package org.zhubao.determination.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.DeterminedPerson;

/**
 * One line of the export.
 *
 * @param run id of the run, with {@code person} the address of the decision card
 * @param maskedNumber the identity number as lists show it
 * @param standard code of the standard of the policy by which it is paid
 * @param shares fen by fund
 */
record PersonLine(
        UUID run,
        UUID person,
        String maskedNumber,
        String name,
        @Nullable String township,
        String outcome,
        int reason,
        @Nullable String identity,
        @Nullable String clause,
        @Nullable String standard,
        long premiumFen,
        long subsidyFen,
        long payableFen,
        Map<String, Long> shares) {

    static final List<String> HEADINGS = List.of(
            "run",
            "person",
            "maskedNumber",
            "name",
            "township",
            "outcome",
            "reason",
            "identity",
            "clause",
            "standard",
            "premiumFen",
            "subsidyFen",
            "payableFen",
            "shares");

    static PersonLine of(UUID run, DeterminedPerson found) {
        return new PersonLine(
                run,
                found.person(),
                found.maskedNumber(),
                found.name(),
                found.township(),
                found.outcome().code(),
                found.reason(),
                found.identity(),
                found.clause(),
                found.standard(),
                found.premiumFen(),
                found.subsidyFen(),
                found.payableFen(),
                found.shares());
    }

    /** Unchanged, even where a name looks like a formula; in the order of the headings; shares as {@code fund:fen} joined by semicolons. */
    List<String> cells() {
        return List.of(
                run.toString(),
                person.toString(),
                maskedNumber,
                text(name),
                text(township),
                outcome,
                String.valueOf(reason),
                text(identity),
                text(clause),
                text(standard),
                String.valueOf(premiumFen),
                String.valueOf(subsidyFen),
                String.valueOf(payableFen),
                shares.entrySet().stream()
                        .map(share -> share.getKey() + ":" + share.getValue())
                        .collect(Collectors.joining(";")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
