package org.zhubao.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 over lines in their order, every field of them, in lower-case hexadecimal. */
final class LinesDigest {

    private LinesDigest() {}

    static String of(Stream<SheetLine> lines) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sha256.update(text(line).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(SheetLine line) {
        return String.join(
                "\u001f",
                String.valueOf(line.sequence()),
                line.name(),
                line.idNumber(),
                line.townshipName(),
                String.valueOf(line.disabilityCategory()),
                String.valueOf(line.disabilityGrade()),
                line.paidAs(),
                line.clause(),
                String.valueOf(line.premiumFen()),
                String.valueOf(line.medicalAssistanceFen()),
                String.valueOf(line.fundFen()),
                String.valueOf(line.payableFen()),
                line.remark(),
                "\n");
    }
}
