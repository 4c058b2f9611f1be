package org.zhubao.settlement;

import java.time.LocalDate;

/**
 * What stands around the lines of a frozen sheet.
 *
 * @param number the sheet's number, unique for good: letters, digits and hyphens, as it also names the file
 * @param title printed on top; the annex prescribes its own, see {@link SheetForm#FEDERATION_ANNEX}
 * @param countyName as in the name of its bureau: 东区, 潼南区
 * @param fundName who is charged: 残联资金, 医疗救助资金
 * @param benefitYear the year of cover, not of the notice
 * @param digest of the frozen lines, in lower-case hexadecimal; its beginning is printed on every page
 * @param revoked whether the sheet is void, which has to be seen on every page
 */
public record SheetContent(
        String number,
        String title,
        SheetForm form,
        String countyName,
        String fundName,
        int benefitYear,
        LocalDate frozenOn,
        String digest,
        boolean revoked) {

    private static final int PRINTED_DIGITS = 12;

    public SheetContent {
        if (!number.matches("[\\p{L}\\p{N}-]+")) {
            throw new IllegalArgumentException("not a sheet number: " + number);
        }
        if (!digest.matches("[0-9a-f]{" + PRINTED_DIGITS + ",}")) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
    }

    /** The beginning of the digest, enough to tell by eye whether paper and record belong together. */
    public String shortDigest() {
        return digest.substring(0, PRINTED_DIGITS);
    }
}
