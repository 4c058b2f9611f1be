package org.zhubao.settlement.excel;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.zhubao.settlement.SheetLine;

/** A column of a form. */
sealed interface Column {

    String heading();

    /** In characters of the standard font. */
    int width();

    Look look();

    /** Puts what this column shows of a line into the page's current row. */
    void write(Page page, int column, SheetLine line);

    /** How many lines of text this column needs to show its cell whole. */
    default int textLines(SheetLine line) {
        return 1;
    }

    /** What this column adds to the total, in fen; empty columns add nothing and show none. */
    default long fen(SheetLine line) {
        return 0;
    }

    default boolean hasTotal() {
        return false;
    }

    /** The number of the line. */
    record Sequence(String heading, int width) implements Column {

        @Override
        public Look look() {
            return Look.NUMBER;
        }

        @Override
        public void write(Page page, int column, SheetLine line) {
            page.number(column, line.sequence());
        }
    }

    /** Words, names and identity numbers. */
    record Words(String heading, int width, Look look, Function<SheetLine, @Nullable String> words) implements Column {

        private static final int PADDING = 2;

        @Override
        public void write(Page page, int column, SheetLine line) {
            String text = words.apply(line);
            if (text != null) {
                page.text(column, text);
            }
        }

        /** Offices that do not fit heights on opening would cut a second line off, so it is reckoned with here. */
        @Override
        public int textLines(SheetLine line) {
            String text = words.apply(line);
            int room = width - PADDING;
            return text == null ? 1 : Math.max(1, (halfWidths(text) + room - 1) / room);
        }

        /** Latin letters and digits are half as wide as Chinese characters. */
        private static int halfWidths(String text) {
            return text.codePoints().map(c -> c < 0x100 ? 1 : 2).sum();
        }
    }

    /** Money. */
    record Amount(String heading, int width, ToLongFunction<SheetLine> fenOf) implements Column {

        @Override
        public Look look() {
            return Look.AMOUNT;
        }

        @Override
        public void write(Page page, int column, SheetLine line) {
            page.amount(column, fen(line));
        }

        @Override
        public long fen(SheetLine line) {
            return fenOf.applyAsLong(line);
        }

        @Override
        public boolean hasTotal() {
            return true;
        }
    }
}
