package org.zhubao.review;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The forms a paper may have, told by how a file begins and never by its name. */
enum PaperForm {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a");

    private final String mediaType;
    private final byte[] beginning;

    PaperForm(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<PaperForm> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(form -> bytes.length > form.beginning.length
                        && Arrays.mismatch(bytes, form.beginning) == form.beginning.length)
                .findFirst();
    }
}
