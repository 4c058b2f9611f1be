package org.zhubao.roster.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;
import org.zhubao.roster.RosterShape;
import org.zhubao.roster.UnreadHeading;

/** Finds the roster in a file: the first visible sheet with a heading and people below it. */
final class TableVisitor implements SheetFile.Visitor {

    private static final int QUOTED = 120;
    private static final int SHOWN_LINES = 3;

    private final RosterExpectation expected;
    private final Set<Column> required;
    private final Consumer<CheckedRow> rows;
    private final List<String> skippedSheets = new ArrayList<>();
    private SheetFile.Sheet sheet = new SheetFile.Sheet("", true, false, SheetLayout.PLAIN);
    private HiddenColumns hidden = new HiddenColumns(SheetLayout.PLAIN);
    private HeaderFinder finder;
    private HeaderFinder withHidden;
    private int lastRow;
    private @Nullable Table table;
    private @Nullable Table roster;
    private @Nullable RosterFileRefused refusal;

    TableVisitor(RosterExpectation expected, Consumer<CheckedRow> rows) {
        this.expected = expected;
        this.required = expected.kind().requiredColumns();
        this.rows = rows;
        this.finder = new HeaderFinder(required, expected.aliases());
        this.withHidden = finder;
    }

    @Override
    public boolean enter(SheetFile.Sheet entered) {
        sheet = entered;
        hidden = new HiddenColumns(entered.layout());
        finder = new HeaderFinder(required, expected.aliases());
        withHidden = new HeaderFinder(required, expected.aliases());
        lastRow = 0;
        table = null;
        boolean wanted = entered.visible() && roster == null;
        if (!wanted) {
            skippedSheets.add(entered.name());
        }
        return wanted;
    }

    @Override
    public boolean row(SheetRow shown) {
        if (shown.number() <= lastRow) {
            // No office program writes a row twice, or out of order
            throw new RosterFileRefused(Reason.BROKEN);
        }
        lastRow = shown.number();
        SheetRow row = hidden.leaveOut(shown);
        if (row.isBlank()) {
            return true;
        }
        if (table != null) {
            table.read(row);
            return true;
        }
        withHidden.add(shown);
        return finder.add(row) || startTable();
    }

    @Override
    public void leave() {
        if (table == null && !startTable()) {
            skippedSheets.add(sheet.name());
        } else if (table.people() == 0) {
            remember(new RosterFileRefused(Reason.NO_ROWS, sheet.name().isEmpty() ? "format.text" : sheet.name()));
            skippedSheets.add(sheet.name());
        } else {
            roster = table;
        }
    }

    /**
     * The result, once every sheet was shown.
     *
     * @throws RosterFileRefused when no sheet holds a roster, or it is somebody else's
     */
    RosterShape shape() {
        if (roster != null) {
            return roster.shape(skippedSheets);
        }
        throw refusal == null ? new RosterFileRefused(Reason.EMPTY) : refusal;
    }

    /** Reads the lines kept so far as heading and people; false when they hold no heading. */
    private boolean startTable() {
        if (finder.lines().isEmpty()) {
            return false;
        }
        Header header = finder.find().orElse(null);
        if (header == null) {
            remember(withHidden.find().isPresent() ? hiddenHeader() : noHeader());
            return false;
        }
        List<SheetRow> lines = finder.lines();
        List<SheetRow> above =
                lines.stream().filter(line -> line.number() < header.firstRow()).toList();
        Table started = new Table(expected, sheet, hidden, above, header, rows);
        lines.stream().filter(line -> line.number() > header.lastRow()).forEach(started::read);
        table = started;
        return true;
    }

    private RosterFileRefused hiddenHeader() {
        return new RosterFileRefused(Reason.HIDDEN_COLUMN, missing().messageKey(), String.join("、", hidden.skipped()));
    }

    private Column missing() {
        return finder.nearest().map(header -> header.missing(required)).orElse(required).stream()
                .findFirst()
                .orElse(Column.NAME);
    }

    private RosterFileRefused noHeader() {
        Optional<Header> nearest = finder.nearest();
        String found = nearest.map(header -> header.headings().stream()
                        .filter(heading -> !heading.isEmpty())
                        .collect(Collectors.joining("、")))
                .orElseGet(() -> finder.lines().get(0).text());
        return new RosterFileRefused(
                Reason.NO_HEADER,
                nearest.map(this::unread).orElse(null),
                missing().messageKey(),
                quoted(found));
    }

    private UnreadHeading unread(Header header) {
        Map<Integer, Column> recognised = new HashMap<>();
        header.positions().forEach((column, position) -> recognised.put(position, column));
        return new UnreadHeading(
                header.headings(),
                recognised,
                finder.lines().stream()
                        .filter(line -> line.number() > header.lastRow())
                        .limit(SHOWN_LINES)
                        .map(line -> line.cells().stream().map(SheetCell::shown).toList())
                        .toList());
    }

    /** The beginning; a number that would be cut through, and then not be masked, is left out. */
    private static String quoted(String found) {
        return found.length() <= QUOTED ? found : found.substring(0, QUOTED).replaceFirst("\\d+$", "") + "…";
    }

    /** The first sheet's trouble is the one to report. */
    private void remember(RosterFileRefused trouble) {
        refusal = refusal == null ? trouble : refusal;
    }
}
