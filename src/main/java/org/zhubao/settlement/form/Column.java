package org.zhubao.settlement.form;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.zhubao.settlement.SheetLine;

/**
 * A column of a form.
 *
 * @param width in characters of the standard font; Chinese characters count two
 * @param words what it shows of a line; empty for numbers and amounts
 * @param fenOf the amount it shows of a line; 0 for words and numbers
 */
public record Column(
        String heading,
        int width,
        Kind kind,
        Function<SheetLine, @Nullable String> words,
        ToLongFunction<SheetLine> fenOf) {

    private static final int PADDING = 2;

    /** What stands in the cells. */
    public enum Kind {
        /** The number of the line. */
        SEQUENCE,
        /** Words from the left. */
        TEXT,
        /** Names, numbers of persons and short words. */
        CENTRED,
        /** Money, added up below. */
        AMOUNT
    }

    static Column sequence(String heading, int width) {
        return new Column(heading, width, Kind.SEQUENCE, line -> null, line -> 0);
    }

    static Column text(String heading, int width, Function<SheetLine, @Nullable String> words) {
        return new Column(heading, width, Kind.TEXT, words, line -> 0);
    }

    static Column centred(String heading, int width, Function<SheetLine, @Nullable String> words) {
        return new Column(heading, width, Kind.CENTRED, words, line -> 0);
    }

    static Column amount(String heading, int width, ToLongFunction<SheetLine> fenOf) {
        return new Column(heading, width, Kind.AMOUNT, line -> null, fenOf);
    }

    public boolean hasTotal() {
        return kind == Kind.AMOUNT;
    }

    public @Nullable String text(SheetLine line) {
        return words.apply(line);
    }

    public long fen(SheetLine line) {
        return fenOf.applyAsLong(line);
    }

    /** How many lines of text a cell with these words needs to show them whole. */
    public int textLines(@Nullable String text) {
        int room = width - PADDING;
        if (text == null || 2 * text.length() <= room) {
            return 1;
        }
        int lines = 1;
        int filled = 0;
        for (String part : Wrapping.parts(text)) {
            int halves = halfWidths(part);
            boolean begins = filled > 0 && filled + halves > room;
            // What is wider than the column goes on over several lines
            lines += (begins ? 1 : 0) + (halves - 1) / room;
            filled = (begins ? 0 : filled) + halves - (halves - 1) / room * room;
        }
        return lines;
    }

    /** Latin letters and digits are half as wide as Chinese characters. Called for many cells, so without a stream. */
    private static int halfWidths(String text) {
        int halves = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            halves += c < 0x100 || Character.isSurrogate(c) ? 1 : 2;
        }
        return halves;
    }
}
