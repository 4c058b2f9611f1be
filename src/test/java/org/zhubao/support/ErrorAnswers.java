package org.zhubao.support;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
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
            NumberWatch.read(
                    response.getStatus() + " at " + request.getRequestURI(),
                    copied.copy.toString(StandardCharsets.UTF_8));
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
                if (super.getContentType() == null || super.getCharacterEncoding() == null) {
                    setCharacterEncoding(StandardCharsets.UTF_8.name());
                }
                writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
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
