package org.zhubao.dashboard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhubao.rules.Milestone;

/**
 * The deadlines of a notice in a row at equal distances, and how far the season is.
 *
 * @param doneAt per cent of the row that lie behind
 */
public record Timeline(List<Deadline> deadlines, int doneAt, LocalDate today) {

    /** How a deadline stands to today. */
    public enum Standing {
        PAST("past"),
        NEXT("now"),
        LATER("");

        private final String style;

        Standing(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    /** @param at per cent of the row */
    public record Deadline(LocalDate on, String who, String what, int at, Standing standing) {}

    static Timeline of(List<Milestone> calendar, LocalDate today) {
        List<Milestone> ordered =
                calendar.stream().sorted(Comparator.comparing(Milestone::on)).toList();
        List<Deadline> deadlines = new ArrayList<>();
        boolean nextSeen = false;
        for (Milestone milestone : ordered) {
            boolean past = milestone.on().isBefore(today);
            Standing standing = past ? Standing.PAST : nextSeen ? Standing.LATER : Standing.NEXT;
            nextSeen |= !past;
            deadlines.add(new Deadline(
                    milestone.on(), milestone.who(), milestone.what(), at(deadlines.size(), ordered.size()), standing));
        }
        return new Timeline(deadlines, doneAt(deadlines, today), today);
    }

    private static int at(int place, int of) {
        return 100 * (2 * place + 1) / (2 * of);
    }

    /** Between two deadlines by days; before the first nothing, after the last everything. */
    private static int doneAt(List<Deadline> deadlines, LocalDate today) {
        Deadline before = null;
        for (Deadline deadline : deadlines) {
            if (!deadline.on().isBefore(today)) {
                return before == null ? 0 : between(before, deadline, today);
            }
            before = deadline;
        }
        return before == null ? 0 : 100;
    }

    private static int between(Deadline before, Deadline after, LocalDate today) {
        long days = ChronoUnit.DAYS.between(before.on(), after.on());
        long gone = ChronoUnit.DAYS.between(before.on(), today);
        return before.at() + (int) ((after.at() - before.at()) * gone / Math.max(1, days));
    }

    /** The one that comes next. */
    public Optional<Deadline> next() {
        return deadlines.stream().filter(d -> d.standing() == Standing.NEXT).findFirst();
    }

    /** Days until the next deadline; 0 on its day, and when there is none. */
    public long daysLeft() {
        return next().map(deadline -> ChronoUnit.DAYS.between(today, deadline.on()))
                .orElse(0L);
    }

    /** Whether somebody should have handed in something by now. */
    public boolean hasBegun() {
        return deadlines.stream().anyMatch(d -> d.standing() == Standing.PAST);
    }
}
