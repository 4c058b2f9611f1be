package org.zhubao.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows every answer that tells of an error to the {@link NumberWatch}, and changes none. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ErrorAnswers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Copied copied = new Copied(response);
        rest.doFilter(request, copied);
        copied.flush();
        if (response.getStatus() >= 400) {
            NumberWatch.read(response.getStatus() + " at " + request.getRequestURI(), copied.beginning());
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Goes to the browser as it is, the beginning also into a copy. */
    private static final class Copied extends HttpServletResponseWrapper {

        private static final int BEGINNING = 1 << 16;

        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private final StringBuilder written = new StringBuilder();
        private ServletOutputStream stream;
        private PrintWriter writer;

        Copied(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                stream = copying(super.getOutputStream());
            }
            return stream;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new PrintWriter(copying(super.getWriter()));
            }
            return writer;
        }

        @Override
        public void flushBuffer() throws IOException {
            flush();
            super.flushBuffer();
        }

        private void flush() {
            if (writer != null) {
                writer.flush();
            }
        }

        String beginning() {
            return written + copy.toString(StandardCharsets.UTF_8);
        }

        /** Text as text: byte by byte, as a page would go through a stream, it takes a tenth of the time of all. */
        private Writer copying(Writer out) {
            return new FilterWriter(out) {
                @Override
                public void write(int c) throws IOException {
                    write(new char[] {(char) c}, 0, 1);
                }

                @Override
                public void write(char[] text, int from, int length) throws IOException {
                    out.write(text, from, length);
                    written.append(text, from, Math.min(length, Math.max(0, BEGINNING - written.length())));
                }

                @Override
                public void write(String text, int from, int length) throws IOException {
                    out.write(text, from, length);
                    written.append(text, from, from + Math.min(length, Math.max(0, BEGINNING - written.length())));
                }
            };
        }

        private ServletOutputStream copying(ServletOutputStream out) {
            return new ServletOutputStream() {
                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    if (copy.size() < BEGINNING) {
                        copy.write(b);
                    }
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    copy.write(bytes, from, Math.min(length, Math.max(0, BEGINNING - copy.size())));
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }

                @Override
                public boolean isReady() {
                    return out.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    out.setWriteListener(listener);
                }
            };
        }
    }
}
