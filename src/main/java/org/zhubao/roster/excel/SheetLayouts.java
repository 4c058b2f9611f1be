package org.zhubao.roster.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;
import org.zhubao.roster.excel.SheetLayout.Merge;

/** Hidden columns and merged cells of an xlsx workbook, noted while its parts are looked through for harm. */
final class SheetLayouts {

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final Pattern AREA = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})");
    /** No roster joins more cells. */
    private static final int MAX_MERGES = 200_000;

    private final Map<String, SheetLayout> byPart = new HashMap<>();
    private final Map<String, String> partById = new HashMap<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<Merge> merges = new ArrayList<>();
    private String part = "";
    private int merged;

    void begin(String name) {
        part = name.toLowerCase(Locale.ROOT);
        hiddenColumns.clear();
        merges.clear();
    }

    void end() {
        if (!hiddenColumns.isEmpty() || !merges.isEmpty()) {
            byPart.put(part, new SheetLayout(hiddenColumns, merges));
        }
    }

    void relation(XMLStreamReader element) {
        String id = element.getAttributeValue(null, "Id");
        String target = element.getAttributeValue(null, "Target");
        if (part.equals(RELATIONS) && id != null && target != null) {
            String name = target.toLowerCase(Locale.ROOT);
            partById.put(id, name.startsWith("/") ? name.substring(1) : "xl/" + name);
        }
    }

    void columns(XMLStreamReader element) {
        String hidden = element.getAttributeValue(null, "hidden");
        if ("1".equals(hidden) || "true".equals(hidden)) {
            int last = Math.min(number(element.getAttributeValue(null, "max")), SheetRow.MAX_COLUMNS);
            for (int i = Math.max(1, number(element.getAttributeValue(null, "min"))); i <= last; i++) {
                hiddenColumns.add(i - 1);
            }
        }
    }

    void merge(XMLStreamReader element) {
        String area = element.getAttributeValue(null, "ref");
        Matcher matcher = AREA.matcher(area == null ? "" : area);
        if (++merged > MAX_MERGES) {
            throw new RosterFileRefused(Reason.TOO_LARGE);
        }
        if (matcher.matches()) {
            merges.add(new Merge(number(matcher.group(2)), number(matcher.group(3)), column(matcher.group(1))));
        }
    }

    /** @param sheetId of the relation in which the workbook names the sheet */
    SheetLayout of(String sheetId) {
        return byPart.getOrDefault(partById.getOrDefault(sheetId, ""), SheetLayout.PLAIN);
    }

    /** AB is 27. */
    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static int number(@Nullable String digits) {
        return digits == null || !digits.matches("\\d{1,7}") ? 0 : Integer.parseInt(digits);
    }
}
