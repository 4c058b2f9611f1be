package org.zhubao.support;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zhubao.protection.IdNumber;

/**
 * Reads along whatever the test run logs, and every answer that tells of an error ({@link ErrorAnswers}). A whole
 * identity number in either fails the class that was running. JUnit finds it by its entry under {@code META-INF}.
 */
public final class NumberWatch implements BeforeAllCallback, AfterAllCallback {

    private static final Pattern NUMBER = Pattern.compile("(?=(\\d{17}[\\dXx]))");
    private static final Set<String> SEEN = Collections.synchronizedSet(new LinkedHashSet<>());
    private static boolean watching;

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (NumberWatch.class) {
            if (!watching) {
                System.setOut(readAlong(System.out));
                System.setErr(readAlong(System.err));
                watching = true;
            }
        }
    }

    /** @throws AssertionError names what was seen since the last class, masked */
    @Override
    public void afterAll(ExtensionContext context) {
        List<String> seen = List.copyOf(SEEN);
        SEEN.removeAll(seen);
        if (!seen.isEmpty()) {
            throw new AssertionError("identity numbers in logs or error pages: " + seen);
        }
    }

    /** Takes note of the numbers in a text. */
    static void read(String where, String text) {
        numbersIn(text).forEach(number -> SEEN.add(where + " " + number.masked()));
    }

    static Stream<IdNumber> numbersIn(String text) {
        return NUMBER.matcher(text)
                .results()
                .flatMap(match -> IdNumber.of(match.group(1).toUpperCase()).stream());
    }

    private static PrintStream readAlong(PrintStream stream) {
        return new PrintStream(new Lines(stream), true, StandardCharsets.UTF_8);
    }

    /** Hands everything on and looks at each line when it is complete. */
    static final class Lines extends FilterOutputStream {

        private final StringBuilder line = new StringBuilder();

        Lines(OutputStream out) {
            super(out);
        }

        @Override
        public synchronized void write(int b) throws IOException {
            out.write(b);
            note(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            for (int i = from; i < from + length; i++) {
                note(bytes[i]);
            }
        }

        /** Digits are single bytes in UTF-8, so that it is enough to look at bytes. */
        private void note(int b) {
            if (b == '\n') {
                read("log", line.toString());
                line.setLength(0);
            } else {
                line.append((char) (b & 0xff));
            }
        }
    }
}
