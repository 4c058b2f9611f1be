package org.zhubao.settlement.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Pages of A4 across, filled from top to bottom. Measures are points, counted from the left and from the top. */
final class Paper implements AutoCloseable {

    static final int WIDTH = 842;
    static final int HEIGHT = 595;
    static final int MARGIN = 36;
    /** Where the table has to end; the footer stands below. */
    static final int BOTTOM = HEIGHT - 44;

    private static final int FOOTER_SIZE = 8;
    private static final int PADDING = 3;

    private final PDDocument document;
    private final Script script;
    private @Nullable PDPageContentStream page;

    Paper(PDDocument document) throws IOException {
        this.document = document;
        this.script = Script.in(document);
    }

    Script script() {
        return script;
    }

    private PDPageContentStream page() {
        if (page == null) {
            throw new IllegalStateException("no page has been begun");
        }
        return page;
    }

    void begin() throws IOException {
        close();
        PDPage next = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(next);
        page = new PDPageContentStream(document, next);
    }

    /** How text stands in its box. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Lines of printable text in the middle of a box. */
    void text(List<String> lines, int size, Box box, Align align) throws IOException {
        int leading = leading(size);
        int baseline = box.top() + (box.height() - lines.size() * leading) / 2 + size;
        for (String line : lines) {
            write(line, size, x(line, size, box, align), baseline);
            baseline += leading;
        }
    }

    static int leading(int size) {
        return size + 3;
    }

    /** The room for text in a box of that width. */
    static int room(int width) {
        return width - 2 * PADDING;
    }

    private int x(String line, int size, Box box, Align align) throws IOException {
        int left = box.left() + PADDING;
        int spare = room(box.width()) - script.width(line, size);
        return switch (align) {
            case LEFT -> left;
            case CENTRE -> left + spare / 2;
            case RIGHT -> left + spare;
        };
    }

    private void write(String text, int size, int x, int fromTop) throws IOException {
        PDPageContentStream out = page();
        out.beginText();
        out.setFont(script.font(), size);
        out.newLineAtOffset(x, HEIGHT - fromTop);
        out.showText(text);
        out.endText();
    }

    void frame(Box box) throws IOException {
        PDPageContentStream out = page();
        out.addRect(box.left(), HEIGHT - box.top() - box.height(), box.width(), box.height());
        out.stroke();
    }

    /** Ends the pages, now that it is known how many they are. */
    void footers(String left, String right) throws IOException {
        close();
        int pages = document.getNumberOfPages();
        Box line = new Box(MARGIN, HEIGHT - 36, WIDTH - 2 * MARGIN, 20);
        for (int i = 0; i < pages; i++) {
            page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true);
            text(List.of(script.printable(left)), FOOTER_SIZE, line, Align.LEFT);
            text(List.of("第 " + (i + 1) + " 页，共 " + pages + " 页"), FOOTER_SIZE, line, Align.CENTRE);
            text(List.of(right), FOOTER_SIZE, line, Align.RIGHT);
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    /** A part of a page. */
    record Box(int left, int top, int width, int height) {}
}
