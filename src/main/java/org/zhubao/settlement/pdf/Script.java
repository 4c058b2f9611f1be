package org.zhubao.settlement.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.zhubao.settlement.form.Wrapping;

/**
 * The one font of all papers, Noto Sans SC; of its glyphs a document embeds those it uses. It has the characters of
 * GB 18030's usual part. A character it lacks, of a rare name, stands there as its number, 〔U+20BB7〕: a blank would be
 * read as another name.
 */
final class Script {

    private static final String RESOURCE = "/fonts/NotoSansSC-Regular.ttf";
    private static final int UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;

    private Script(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static Script in(PDDocument document) throws IOException {
        TrueTypeFont font = new TTFParser()
                .parse(RandomAccessReadBuffer.createBufferFromStream(Script.class.getResourceAsStream(RESOURCE)));
        document.registerTrueTypeFontForClosing(font);
        return new Script(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    PDFont font() {
        return font;
    }

    /** The text in characters that can be printed. */
    String printable(String text) {
        if (text.codePoints().allMatch(this::isKnown)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isKnown(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(String.format("〔U+%04X〕", c));
            }
        });
        return printable.toString();
    }

    private boolean isKnown(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /** In points, rounded up. @param text printable */
    int width(String text, int size) throws IOException {
        return (int) Math.ceil(font.getStringWidth(text) * size / UNITS);
    }

    /** The text in lines that are no wider than {@code room}, broken where {@link Wrapping} allows it if that will do. */
    List<String> wrapped(String text, int size, int room) throws IOException {
        if (width(text, size) <= room) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : Wrapping.parts(text)) {
            boolean fits = width(part, size) <= room;
            for (String piece : fits
                    ? List.of(part)
                    : part.codePoints().mapToObj(Character::toString).toList()) {
                if (!line.isEmpty() && width(line + piece, size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
