package org.zhubao.roster.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.zhubao.roster.RowProblem;
import org.zhubao.roster.RowView;

/**
 * A row with problems as programs get it; like the screens, without the whole identity number.
 *
 * @param row the spreadsheet's own number
 */
record RowAnswer(int row, String name, String maskedNumber, boolean acceptable, List<Problem> problems) {

    /**
     * One thing wrong with the row.
     *
     * @param code stable number
     * @param severity rejects, waits or note
     * @param message what happened, in the language asked for
     * @param suggestion what to do about it
     */
    record Problem(String column, int code, String problem, String severity, String message, String suggestion) {

        static Problem of(RowProblem problem, MessageSource messages, Locale locale) {
            String slug = problem.code().slug();
            String key = "problem." + slug;
            return new Problem(
                    problem.column().code(),
                    problem.code().number(),
                    slug,
                    RosterAnswer.lower(problem.code().severity()),
                    messages.getMessage(key, problem.messageArguments(), locale),
                    messages.getMessage(key + ".todo", null, locale));
        }
    }

    static RowAnswer of(RowView row, MessageSource messages, Locale locale) {
        return new RowAnswer(
                row.rowNumber(),
                row.name(),
                row.maskedNumber(),
                row.acceptable(),
                row.problems().stream()
                        .map(p -> Problem.of(p, messages, locale))
                        .toList());
    }
}
