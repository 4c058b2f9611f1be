package org.zhubao.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;

/**
 * One data row after its checks.
 *
 * @param rowNumber the spreadsheet's own number, from 1
 * @param raw the cells below the headings as shown, for the record
 * @param name as written, trimmed
 * @param comparableName without white space, dots and differences of width: two spellings of one name are equal
 * @param writtenNumber the number cell as shown
 * @param number null when rejected, of 15 digits or another document
 * @param told what the kind's telling column shows, an identity in most lists; empty when the list has none
 * @param identity code of the identity by this year's notice, null when it knows no such wording
 * @param attributes of the identity: {@code category} vision, hearing, speech, limb, intellectual, mental, multiple;
 *     {@code grade} 1–4; {@code certificate} valid, expired, frozen, cancelled, moved; {@code school}, {@code class};
 *     for moves {@code moved-from} and {@code moved-to} (county code, or the name when unknown) and {@code moved-on}
 *     (ISO date); for removals {@code ended-on} (ISO date); for payments {@code subsidised-fen}, {@code own-fen},
 *     {@code total-fen}, {@code paid-on} (ISO date), {@code paid-as}, {@code tier}, {@code payment-batch}, {@code
 *     enrolled-at}; for the status of enrolment {@code insurance} resident or employee, {@code enrolled-at} (county code,
 *     or the name when unknown), {@code state} normal, elsewhere, dead, serving, abroad, declined; for
 *     refused marks {@code refused-because}
 * @param township division code, null when the county has no township of that name
 * @param household rural or urban, null when not said
 */
public record CheckedRow(
        int rowNumber,
        List<String> raw,
        String name,
        String comparableName,
        String writtenNumber,
        @Nullable IdNumber number,
        String told,
        @Nullable String identity,
        Map<String, String> attributes,
        @Nullable String township,
        String townshipName,
        String village,
        @Nullable String household,
        @Nullable LocalDate recognisedOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate diedOn,
        List<RowProblem> problems) {

    public CheckedRow {
        if (rowNumber < 1) {
            throw new IllegalArgumentException("rows are counted from 1: " + rowNumber);
        }
        raw = List.copyOf(raw);
        attributes = Map.copyOf(attributes);
        problems = List.copyOf(problems);
    }

    /** @return whether no problem rejects the row */
    public boolean acceptable() {
        return problems.stream().noneMatch(RowProblem::rejects);
    }

    /** Names neither the person nor the number. */
    @Override
    public String toString() {
        return "row " + rowNumber + " " + problems;
    }
}
