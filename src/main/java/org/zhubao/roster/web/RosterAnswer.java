package org.zhubao.roster.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.zhubao.roster.Preview;
import org.zhubao.roster.ProblemGroup;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;

/**
 * A roster as programs get it.
 *
 * @param status reading, checked, submitted, accepted, returned, withdrawn, replaced, refused or cancelled
 * @param stage while it is being read: received, looking, reading, storing or comparing; null afterwards
 * @param rows people on the list
 * @param waiting acceptable rows that a person has to confirm before they count
 * @param findings what is wrong, and in how many rows
 * @param refusal why the file was not taken; null when it was
 * @param changes against what the register holds now; null once the roster is decided
 */
record RosterAnswer(
        UUID id,
        String division,
        int benefitYear,
        String department,
        String kind,
        String status,
        @Nullable String stage,
        String fileName,
        String sheetName,
        int headerRow,
        int rows,
        int acceptable,
        int rejected,
        int waiting,
        List<Finding> findings,
        @Nullable Changes changes,
        @Nullable Refused refusal,
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

    /** Why a file as a whole was not taken, and what to do, in the language asked for. */
    record Refused(String code, String message, String suggestion) {

        static Refused of(RosterFileRefused refused, MessageSource messages, Locale locale) {
            String key = "refusal." + refused.code();
            return new Refused(
                    refused.code(),
                    messages.getMessage(key, refused.messageArguments(), locale),
                    messages.getMessage(key + ".todo", refused.messageArguments(), locale));
        }
    }

    static RosterAnswer of(
            RosterSummary roster, List<ProblemGroup> problems, @Nullable Preview preview, @Nullable Refused refusal) {
        return new RosterAnswer(
                roster.id(),
                roster.county(),
                roster.benefitYear(),
                roster.department().code(),
                roster.kind().code(),
                lower(roster.status()),
                roster.status() == RosterStatus.READING ? lower(roster.stage()) : null,
                roster.fileName(),
                roster.sheetName(),
                roster.headerRow(),
                roster.rows().read(),
                roster.rows().acceptable(),
                roster.rows().rejected(),
                roster.rows().waiting(),
                problems.stream().map(Finding::of).toList(),
                preview == null ? null : Changes.of(preview),
                refusal,
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
