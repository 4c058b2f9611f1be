package org.zhubao.settlement.pdf;

import java.io.IOException;
import java.util.ArrayList;
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

/** The table of a form on paper; head and headings stand on every page. */
final class PaperTable implements Rows {

    private static final int SIZE = 9;
    private static final int TITLE_SIZE = 15;
    private static final int NOTE_SIZE = 8;
    private static final int ROW = 18;
    private static final int HEADING_ROW = 30;

    private final Paper paper;
    private final Form form;
    private final List<Band> head;
    private final Yuan yuan = new Yuan();
    private final int[] edges;
    private int top;

    PaperTable(Paper paper, Form form, List<Band> head) throws IOException {
        this.paper = paper;
        this.form = form;
        this.head = head;
        this.edges = edges(form.columns());
        newPage();
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
        row(headings, HEADING_ROW, true);
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
        row(cells, ROW, false);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void row(List<String> cells, int least, boolean heading) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(paper.script().wrapped(cells.get(i), SIZE, Paper.room(edges[i + 1] - edges[i])));
            lines = Math.max(lines, wrapped.get(i).size());
        }
        int height = Math.max(least, lines * Paper.leading(SIZE) + 6);
        room(height);
        for (int i = 0; i < cells.size(); i++) {
            Box box = new Box(edges[i], top, edges[i + 1] - edges[i], height);
            paper.frame(box);
            paper.text(
                    wrapped.get(i),
                    SIZE,
                    box,
                    heading ? Align.CENTRE : align(form.columns().get(i)));
        }
        top += height;
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
        room(ROW + 2);
        int labels = form.labelColumns();
        Box first = new Box(edges[0], top, edges[labels] - edges[0], ROW + 2);
        paper.frame(first);
        paper.text(List.of(paper.script().printable(label)), SIZE, first, Align.CENTRE);
        for (int i = labels; i < form.columns().size(); i++) {
            Box box = new Box(edges[i], top, edges[i + 1] - edges[i], ROW + 2);
            paper.frame(box);
            if (form.columns().get(i).hasTotal()) {
                paper.text(List.of(yuan.of(sum.fen(i))), SIZE, box, Align.RIGHT);
            }
        }
        top += ROW + 2;
    }

    /** Goes on to a page with room for so much. */
    private void room(int height) throws IOException {
        if (top + height > Paper.BOTTOM) {
            newPage();
        }
    }

    /** What stands below the total, on one page. */
    void foot(List<Band> bands) throws IOException {
        room(bands.stream().mapToInt(Band::height).sum());
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
