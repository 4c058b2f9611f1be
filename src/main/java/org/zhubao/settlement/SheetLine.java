package org.zhubao.settlement;

import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;

/**
 * One person on a settlement sheet. Amounts in fen; a later period's sheet may carry negative differences.
 *
 * @param sequence from 1, without gaps
 * @param idNumber the whole number: a sheet is one of the few places that shows it
 * @param disabilityCategory 视力 … 多重, where the person holds a certificate
 * @param disabilityGrade 一级 … 四级, where the person holds a certificate
 * @param paidAs the identity paid, in the notice's words: 低保-残疾人
 * @param clause the clause that decided
 * @param premiumFen the individual premium of the benefit year
 * @param medicalAssistanceFen the medical assistance fund's share
 * @param fundFen the share of the fund that this sheet charges
 * @param payableFen what the person pays: nothing where they died before the cover or are not enrolled by this
 */
public record SheetLine(
        int sequence,
        String name,
        String idNumber,
        String townshipName,
        @Nullable String disabilityCategory,
        @Nullable String disabilityGrade,
        String paidAs,
        String clause,
        long premiumFen,
        long medicalAssistanceFen,
        long fundFen,
        long payableFen,
        String remark) {

    public SheetLine {
        if (sequence < 1) {
            throw new IllegalArgumentException("lines count from 1: " + sequence);
        }
        if (name.isBlank() || idNumber.isBlank()) {
            throw new IllegalArgumentException("line " + sequence + " names nobody");
        }
    }

    /** The same for a screen, where whole numbers do not stand. */
    public SheetLine masked() {
        return new SheetLine(
                sequence,
                name,
                IdNumber.mask(idNumber),
                townshipName,
                disabilityCategory,
                disabilityGrade,
                paidAs,
                clause,
                premiumFen,
                medicalAssistanceFen,
                fundFen,
                payableFen,
                remark);
    }

    /** Without the name and with the number masked, so that a line can stand in a log. */
    @Override
    public String toString() {
        return "SheetLine[" + sequence + ", " + IdNumber.mask(idNumber) + ", " + paidAs + ", " + fundFen + " fen]";
    }
}
