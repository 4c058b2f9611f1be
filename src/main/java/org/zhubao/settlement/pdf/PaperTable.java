package org.zhubao.settlement.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Band;
import org.zhubao.settlement.form.Column;
import org.zhubao.settlement.form.Form;
import org.zhubao.settlement.form.Rows;
import org.zhubao.settlement.form.Totals;
import org.zhubao.settlement.pdf.Paper.Align;
import org.zhubao.settlement.pdf.Paper.Box;
import org.zhubao.site.Yuan;

/**
 * The table of a form on paper; head and headings stand on every page. The last lines wait for what stands below the table,
 * so that nobody signs a page on which there is nobody.
 */
final class PaperTable implements Rows {

    private static final int SIZE = 9;
    private static final int TITLE_SIZE = 15;
    private static final int NOTE_SIZE = 8;
    private static final int ROW = 18;
    private static final int HEADING_ROW = 30;
    private static final int SIGNED_LINES = 2;

    private final Paper paper;
    private final Form form;
    private final List<Band> head;
    private final Yuan yuan = new Yuan();
    private final int[] edges;
    private final Deque<Row> held = new ArrayDeque<>();
    private int top;

    PaperTable(Paper paper, Form form, List<Band> head) throws IOException {
        this.paper = paper;
        this.form = form;
        this.head = head;
        this.edges = edges(form.columns());
        newPage();
    }

    /** A line or a sum that has its height and not yet its place. */
    private record Row(boolean line, int height, Drawing drawing) {

        interface Drawing {
            void draw() throws IOException;
        }
    }

    /** Where columns begin, and at last where the table ends: their widths in proportion, over the whole page. */
    private static int[] edges(List<Column> columns) {
        int all = columns.stream().mapToInt(Column::width).sum();
        int[] edges = new int[columns.size() + 1];
        int before = 0;
        for (int i = 0; i <= columns.size(); i++) {
            edges[i] = Paper.MARGIN + (Paper.WIDTH - 2 * Paper.MARGIN) * before / all;
            before += i < columns.size() ? columns.get(i).width() : 0;
        }
        return edges;
    }

    private void newPage() throws IOException {
        paper.begin();
        top = Paper.MARGIN - 10;
        for (Band band : head) {
            band(band);
        }
        List<String> headings = form.columns().stream().map(Column::heading).toList();
        Row row = row(headings, HEADING_ROW, true);
        row.drawing().draw();
        top += row.height();
    }

    @Override
    public void line(SheetLine line) throws IOException {
        List<String> cells = new ArrayList<>();
        for (Column column : form.columns()) {
            cells.add(
                    switch (column.kind()) {
                        case SEQUENCE -> String.valueOf(line.sequence());
                        case AMOUNT -> yuan.of(column.fen(line));
                        case TEXT, CENTRED -> paper.script().printable(orEmpty(column.text(line)));
                    });
        }
        hold(row(cells, ROW, false));
    }

    /** Whatever stands before the last lines gets its place. */
    private void hold(Row row) throws IOException {
        held.add(row);
        while (held.stream().filter(Row::line).count() > SIGNED_LINES) {
            draw(held.remove());
        }
    }

    private void draw(Row row) throws IOException {
        room(row.height());
        row.drawing().draw();
        top += row.height();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Row row(List<String> cells, int least, boolean heading) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(paper.script().wrapped(cells.get(i), SIZE, Paper.room(edges[i + 1] - edges[i])));
            lines = Math.max(lines, wrapped.get(i).size());
        }
        int height = Math.max(least, lines * Paper.leading(SIZE) + 6);
        return new Row(!heading, height, () -> {
            for (int i = 0; i < cells.size(); i++) {
                Box box = new Box(edges[i], top, edges[i + 1] - edges[i], height);
                paper.frame(box);
                paper.text(
                        wrapped.get(i),
                        SIZE,
                        box,
                        heading ? Align.CENTRE : align(form.columns().get(i)));
            }
        });
    }

    private static Align align(Column column) {
        return switch (column.kind()) {
            case SEQUENCE, CENTRED -> Align.CENTRE;
            case TEXT -> Align.LEFT;
            case AMOUNT -> Align.RIGHT;
        };
    }

    @Override
    public void sum(String label, Totals sum) throws IOException {
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < form.columns().size(); i++) {
            sums.add(form.columns().get(i).hasTotal() ? yuan.of(sum.fen(i)) : "");
        }
        hold(new Row(false, ROW + 2, () -> drawSum(label, sums)));
    }

    private void drawSum(String label, List<String> sums) throws IOException {
        int labels = form.labelColumns();
        Box first = new Box(edges[0], top, edges[labels] - edges[0], ROW + 2);
        paper.frame(first);
        paper.text(List.of(paper.script().printable(label)), SIZE, first, Align.CENTRE);
        for (int i = labels; i < form.columns().size(); i++) {
            Box box = new Box(edges[i], top, edges[i + 1] - edges[i], ROW + 2);
            paper.frame(box);
            paper.text(List.of(sums.get(i)), SIZE, box, Align.RIGHT);
        }
    }

    /** Goes on to a page with room for so much. */
    private void room(int height) throws IOException {
        if (top + height > Paper.BOTTOM) {
            newPage();
        }
    }

    /** What stands below the total, on one page with the last lines. */
    void foot(List<Band> bands) throws IOException {
        room(held.stream().mapToInt(Row::height).sum()
                + bands.stream().mapToInt(Band::height).sum());
        for (Row row : held) {
            draw(row);
        }
        for (Band band : bands) {
            band(band);
        }
    }

    private void band(Band band) throws IOException {
        for (Band.Cell cell : band.cells()) {
            Box box = new Box(edges[cell.from()], top, edges[cell.to() + 1] - edges[cell.from()], band.height());
            String text = paper.script().printable(cell.text());
            int size = size(cell.style());
            if (cell.style() == Band.Style.FRAMED) {
                paper.frame(box);
            }
            paper.text(paper.script().wrapped(text, size, Paper.room(box.width())), size, box, align(cell.style()));
        }
        top += band.height();
    }

    private static int size(Band.Style style) {
        return switch (style) {
            case TITLE -> TITLE_SIZE;
            case NOTE -> NOTE_SIZE;
            case LEFT, RIGHT, FRAMED -> SIZE;
        };
    }

    private static Align align(Band.Style style) {
        return switch (style) {
            case TITLE -> Align.CENTRE;
            case RIGHT -> Align.RIGHT;
            case LEFT, NOTE, FRAMED -> Align.LEFT;
        };
    }
}
