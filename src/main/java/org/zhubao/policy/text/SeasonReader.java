package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhubao.rules.Milestone;
import org.zhubao.rules.Removals;
import org.zhubao.rules.SheetSpec;

/** Reads what surrounds the amounts: settlement sheets and the days of the season. */
final class SeasonReader {

    private static final Map<String, String> FORMS =
            Map.of("general", "general", "federation-annex", "federation-annex");

    private final Names names;

    SeasonReader(Names names) {
        this.names = names;
    }

    List<SheetSpec> sheets(Item section) {
        List<SheetSpec> sheets = new ArrayList<>();
        for (Item item : section.items()) {
            try (Fields fields = item.fields()) {
                sheets.add(new SheetSpec(
                        names.fund(fields.get("fund")),
                        fields.get("form").oneOf(FORMS, "general"),
                        fields.get("title").text(),
                        fields.get("unit").text(),
                        names.basis(fields)));
            }
        }
        return sheets;
    }

    /** A day that is still open closes nothing. */
    Removals removals(Item section) {
        if (!section.isThere()) {
            return Removals.ALWAYS_COUNT;
        }
        try (Fields fields = section.fields()) {
            Removals removals = new Removals(fields.get("until").date(), names.basis(fields));
            return section.pendingValues().isEmpty() ? removals : Removals.ALWAYS_COUNT;
        }
    }

    List<String> deaths(Item section) {
        if (!section.isThere()) {
            return List.of();
        }
        try (Fields fields = section.fields()) {
            return names.basis(fields);
        }
    }

    /** A day that is still open is left out. */
    List<Milestone> calendar(Item section) {
        List<Milestone> calendar = new ArrayList<>();
        for (Item item : section.items()) {
            try (Fields fields = item.fields()) {
                Milestone milestone = new Milestone(
                        fields.get("on").date(),
                        fields.get("who").text(),
                        fields.get("what").text(),
                        names.basis(fields));
                if (item.pendingValues().isEmpty()) {
                    calendar.add(milestone);
                }
            }
        }
        return calendar;
    }
}
