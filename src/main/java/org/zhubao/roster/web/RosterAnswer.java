package org.zhubao.roster.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.roster.Preview;
import org.zhubao.roster.ProblemGroup;
import org.zhubao.roster.RosterSummary;

/**
 * A roster as programs get it.
 *
 * @param status checked, submitted, accepted or returned
 * @param rows people on the list
 * @param waiting acceptable rows that a person has to confirm before they count
 * @param findings what is wrong, and in how many rows
 * @param changes against what the register holds now; null once the roster is decided
 */
record RosterAnswer(
        UUID id,
        String division,
        int benefitYear,
        String department,
        String kind,
        String status,
        String fileName,
        String sheetName,
        int headerRow,
        int rows,
        int acceptable,
        int rejected,
        int waiting,
        List<Finding> findings,
        @Nullable Changes changes,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {

    /** @param code stable number of the problem */
    record Finding(int code, String problem, String severity, int rows) {

        static Finding of(ProblemGroup group) {
            return new Finding(
                    group.code().number(),
                    group.code().slug(),
                    lower(group.code().severity()),
                    group.rows());
        }
    }

    /** What accepting the roster would do. */
    record Changes(int added, int changed, int cancelled, int unchanged) {

        static Changes of(Preview preview) {
            return new Changes(preview.added(), preview.changed(), preview.cancelled(), preview.unchanged());
        }
    }

    static RosterAnswer of(RosterSummary roster, List<ProblemGroup> problems, @Nullable Preview preview) {
        return new RosterAnswer(
                roster.id(),
                roster.county(),
                roster.benefitYear(),
                roster.department().code(),
                roster.kind().code(),
                lower(roster.status()),
                roster.fileName(),
                roster.sheetName(),
                roster.headerRow(),
                roster.rows().read(),
                roster.rows().acceptable(),
                roster.rows().rejected(),
                roster.rows().waiting(),
                problems.stream().map(Finding::of).toList(),
                preview == null ? null : Changes.of(preview),
                roster.uploadedBy(),
                roster.uploadedAt(),
                roster.submittedAt(),
                roster.decidedBy(),
                roster.decidedAt(),
                roster.decisionReason());
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
