package org.zhubao.roster;

import java.util.List;

/**
 * An empty list for a department to fill in.
 *
 * @param title above the headings
 * @param notes what the sheet of explanations says first
 * @param columns from the left
 */
public record RosterTemplate(String title, List<String> notes, List<TemplateColumn> columns) {

    public RosterTemplate {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param required as said in words, or empty
     * @param hint what to write
     * @param example one value
     * @param choices what may be chosen from a list; empty where anything may be written
     */
    public record TemplateColumn(Column column, String required, String hint, String example, List<String> choices) {

        public TemplateColumn {
            choices = List.copyOf(choices);
        }
    }
}
