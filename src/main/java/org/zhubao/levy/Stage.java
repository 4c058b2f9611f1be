package org.zhubao.levy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far people of a county have come in a season, or where they were left behind; {@code levy.stage.<slug>} says it in
 * words. Each is a condition on what is known of a person.
 */
public enum Stage {
    RECOGNISED("recognised", Known.RECOGNISED),
    /** Recognised now, and not when the month began. */
    ADDED("recognised and not recognised_before", Known.RECOGNISED, Known.RECOGNISED_BEFORE),
    /** Recognised when the month began, and no longer. */
    REMOVED("recognised_before and not recognised", Known.RECOGNISED, Known.RECOGNISED_BEFORE),
    MARKED("marked", Known.MARKED),
    /** Granted something for an identity by the newest run, and the tax bureau does not know. */
    NOT_MARKED("granted and not marked", Known.MARKED, Known.GRANTED),
    /** On record, and the tax bureau has a payment. */
    PAID("paid", Known.PAID),
    NOT_PAID("marked and not paid", Known.MARKED, Known.PAID);

    private final String condition;
    private final Set<Known> known;

    Stage(String condition, Known... known) {
        this.condition = condition;
        this.known = Set.of(known);
    }

    /** What may be known of a person: a relation {@code person_id} of those of whom it is. */
    private enum Known {
        RECOGNISED(
                """
                select person_id from identity_claim
                where region = :region and benefit_year = :year and county = :county and known_to is null
                """),
        RECOGNISED_BEFORE(
                """
                select person_id from identity_claim
                where region = :region and benefit_year = :year and county = :county
                    and known_from <= :since and (known_to is null or known_to > :since)
                """),
        MARKED(
                """
                select coalesce(v.kept_id, m.person_id) from last_mark m left join moved_mark v on v.merged_id = m.person_id
                where m.change <> 'CANCELLED' and (v.merged_id is null or v.kept_id is not null)
                """),
        GRANTED(
                """
                select d.person_id from determination d join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                where d.benefit_year = :year and d.run_id = :run and o.outcome = 'GRANTED' and o.identity is not null
                """),
        /** A payment that was given back altogether counts for nothing; one under an earlier number is the person's. */
        PAID(
                """
                select p.id from person p
                where p.region = :region and p.person_key in (
                    select coalesce(n.on_record, r.person_key)
                    from payment_record r left join renumbered n on n.listed_key = r.person_key
                    where r.region = :region and r.county = :county and r.benefit_year = :year and r.known_to is null
                    group by 1 having sum(r.total_fen) > 0)
                """);

        private static final String OTHER_RECORDS =
                """
                renumbered as materialized (
                    select listed_key, max(person_key::text)::uuid as on_record from person_renumbered
                    where region = :region group by listed_key
                ), moved_mark as materialized (%s), %s,
                """
                        .formatted(RareFacts.MOVED, MarkDrafts.MARKED_LAST);

        private final String people;

        Known(String people) {
            this.people = people;
        }

        private boolean isOfTheRegister() {
            return this == RECOGNISED || this == RECOGNISED_BEFORE;
        }

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Everybody of whom anything of {@code asked} is known, once, as {@code known}. */
        private static String all(Set<Known> asked) {
            String columns = Arrays.stream(values())
                    .map(k -> "bool_or(fact = '%s') as %s".formatted(k, k.column()))
                    .collect(Collectors.joining(", "));
            return asked.stream()
                    .map(k -> "select '%s' as fact, of_%s.* from (%s) of_%s (person_id)"
                            .formatted(k, k.column(), k.people, k.column()))
                    .collect(Collectors.joining(
                            " union all ",
                            "with " + OTHER_RECORDS + "known as (select person_id, " + columns + " from (",
                            ") facts group by person_id)"));
        }
    }

    /** How pages name it in their address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether those may look at it who see neither marks nor payments. */
    public boolean isOfTheRegister() {
        return known.stream().allMatch(Known::isOfTheRegister);
    }

    /** Whether nobody can be said to stand here before the first push. */
    public boolean needsMarks() {
        return known.contains(Known.MARKED);
    }

    /** Whether nobody can be said to stand here before the tax bureau's first list. */
    public boolean needsPayments() {
        return known.contains(Known.PAID);
    }

    public static Optional<Stage> of(String slug) {
        return Arrays.stream(values())
                .filter(stage -> stage.slug().equals(slug))
                .findFirst();
    }

    /** Common table expressions of which {@code known} has a row for everybody who may have reached one of these. */
    static String known(Set<Stage> stages) {
        Set<Known> asked = stages.stream()
                .flatMap(stage -> stage.known.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Known.class)));
        return Known.all(asked);
    }

    String condition() {
        return "(" + condition + ")";
    }
}
