package org.zhubao.roster.excel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 where every byte fits it, else GB18030. Big5 would pass for
 * GB18030, with other characters; it is known by its heading.
 */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16BE(StandardCharsets.UTF_16BE),
    UTF_16LE(StandardCharsets.UTF_16LE),
    GB18030(Charset.forName("GB18030"));

    /** With the mark that programs of the DOS days put at the end. */
    private static final String WHITE_SPACE = "\n\r\t\f\u001A";
    /** Digits and delimiters in UTF-16 are zero at one parity; a few Chinese characters at the other. */
    private static final int WIDE_RATIO = 4;

    /** The heading 姓名 in either encoding, byte by byte as Latin-1. */
    private static final String NAME_IN_BIG5 = "\u00A9\u006D\u00A6\u0057";

    private static final String NAME_IN_GB18030 = "\u00D0\u00D5\u00C3\u00FB";

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** @throws RosterFileRefused when it is Big5 */
    static TextEncoding of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4096);
        }
        if (startsWith(start, 0xFE, 0xFF) || zeros(start, 0) > zeros(start, 1)) {
            return UTF_16BE;
        }
        if (startsWith(start, 0xFF, 0xFE) || zeros(start, 1) > zeros(start, 0)) {
            return UTF_16LE;
        }
        if (isUtf8(file)) {
            return UTF_8;
        }
        if (holds(start, NAME_IN_BIG5) && !holds(start, NAME_IN_GB18030)) {
            throw new RosterFileRefused(Reason.UNSUPPORTED, "format.big5");
        }
        return GB18030;
    }

    private static boolean holds(byte[] start, String heading) {
        return new String(start, StandardCharsets.ISO_8859_1).contains(heading);
    }

    /** @return a reader past the byte order mark; it stops at bytes that do not fit the encoding */
    Reader open(Path file) throws IOException {
        Reader reader = new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        PushbackReader marked = new PushbackReader(reader);
        int first = marked.read();
        if (first != 0xFEFF && first != -1) {
            marked.unread(first);
        }
        return marked;
    }

    /** Whether the start of a file, byte by byte as Latin-1, may be text in one of these encodings. */
    static boolean looksLikeText(String latin) {
        if (latin.startsWith("\u00FE\u00FF") || latin.startsWith("\u00FF\u00FE")) {
            return true;
        }
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        if (even + odd > 0) {
            return Math.max(even, odd) > WIDE_RATIO * Math.min(even, odd);
        }
        return latin.chars().noneMatch(c -> c < ' ' && WHITE_SPACE.indexOf(c) < 0);
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (Reader reader = UTF_8.open(file)) {
            CharBuffer buffer = CharBuffer.allocate(8192);
            while (reader.read(buffer) >= 0) {
                buffer.clear();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Zero bytes at even or odd places: Latin letters and digits in UTF-16 have one each. */
    private static int zeros(byte[] bytes, int parity) {
        int zeros = 0;
        for (int i = parity; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
