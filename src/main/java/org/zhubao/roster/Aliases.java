package org.zhubao.roster;

import java.util.Map;
import java.util.Optional;

/**
 * What a department means by headings and wordings that only it uses.
 *
 * @param headings by what {@link Column#comparable} makes of them
 * @param wordings codes of identities, by what {@link PolicyWordings#comparable} makes of the wordings
 */
public record Aliases(Map<String, Column> headings, Map<String, String> wordings) {

    public static final Aliases NONE = new Aliases(Map.of(), Map.of());

    public Aliases {
        headings = Map.copyOf(headings);
        wordings = Map.copyOf(wordings);
    }

    /** The column that a heading names: what the department said of it goes before what everybody says. */
    public Optional<Column> columnOf(String heading) {
        return Optional.ofNullable(headings.get(Column.comparable(heading))).or(() -> Column.ofHeading(heading));
    }
}
