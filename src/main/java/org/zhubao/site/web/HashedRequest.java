package org.zhubao.site.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body has been read once for its hash and can be read again. The parts of a multipart request are kept
 * by the server, in files where they are large; any other body is kept in memory.
 */
final class HashedRequest extends HttpServletRequestWrapper {

    private final byte @Nullable [] body;
    private final String hash;

    /** Empty when the server does not take the parts, which may be too large: whoever reads them next is told so, too. */
    static Optional<HashedRequest> of(HttpServletRequest request) throws IOException, ServletException {
        try {
            return Optional.of(new HashedRequest(request));
        } catch (IllegalStateException tooLarge) {
            return Optional.empty();
        }
    }

    /** SHA-256 over method, path, query and body; of a multipart body over names, file names and contents. */
    private HashedRequest(HttpServletRequest request) throws IOException, ServletException {
        super(request);
        MessageDigest sha256 = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            write(out, request.getMethod(), request.getRequestURI(), request.getQueryString());
            if (isMultipart(request)) {
                body = null;
                for (Part part : request.getParts()) {
                    write(out, part.getName(), part.getSubmittedFileName(), String.valueOf(part.getSize()));
                    try (InputStream content = part.getInputStream()) {
                        content.transferTo(out);
                    }
                }
            } else {
                body = request.getInputStream().readAllBytes();
                out.write(body);
            }
        }
        hash = HexFormat.of().formatHex(sha256.digest());
    }

    String hash() {
        return hash;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }

    private static void write(OutputStream out, @Nullable String... texts) throws IOException {
        for (String text : texts) {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new BodyAgain(new ByteArrayInputStream(body));
    }

    /** The body from memory. */
    private static final class BodyAgain extends ServletInputStream {

        private final ByteArrayInputStream body;

        BodyAgain(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read at once");
        }
    }
}
