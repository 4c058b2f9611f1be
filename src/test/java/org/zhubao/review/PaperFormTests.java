package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a paper is, its content says. */
class PaperFormTests {

    @Test
    void pdfJpegAndPngAreTaken() {
        assertThat(PaperForm.of(ascii("%PDF-1.4 …"))).contains(PaperForm.PDF);
        assertThat(PaperForm.of(bytes(0xFF, 0xD8, 0xFF, 0xE0))).contains(PaperForm.JPEG);
        assertThat(PaperForm.of(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0)))
                .contains(PaperForm.PNG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-", "PK\3\4", "<html>", "GIF89a", " %PDF-1.4"})
    void nothingElseIs(String content) {
        assertThat(PaperForm.of(ascii(content))).isEmpty();
    }

    @Test
    void aNameBringsNoPathAlong() {
        assertThat(Attachments.nameOf("C:\\papers\\a.pdf")).isEqualTo("a.pdf");
        assertThat(Attachments.nameOf("/tmp/../a.pdf")).isEqualTo("a.pdf");
        assertThat(Attachments.nameOf(null)).isNotEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
