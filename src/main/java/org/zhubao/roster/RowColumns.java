package org.zhubao.roster;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.roster.CopyWriter.Json;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored of a checked row, column by column. A number is encrypted; where there is no usable one, all cells are,
 * because a number may stand in any of them.
 */
final class RowColumns {

    /** In the order of {@link Stored#values()}. */
    static final String NAMES =
            """
            county, benefit_year, batch_id, row_number, person_key, number_cipher, number_tail, name,
            comparable_name, birth_date, male, identity, attributes, township, township_name, village, household,
            recognised_on, expires_on, died_on, raw_cipher, told, problems, acceptable, enters_register""";

    private static final Json NO_ATTRIBUTES = new Json(new byte[] {'{', '}'});
    private static final Json NO_PROBLEMS = new Json(new byte[] {'[', ']'});

    private final UUID batch;
    private final String county;
    private final int benefitYear;
    private final Vault vault;
    private final JsonMapper json;

    RowColumns(UUID batch, RosterUpload upload, Vault vault, JsonMapper json) {
        this.batch = batch;
        this.county = upload.county().code();
        this.benefitYear = upload.benefitYear();
        this.vault = vault;
        this.json = json;
    }

    /** What stood in a row without a usable number, kept encrypted: the number as written, and all cells. */
    record Written(String number, String identity, List<String> cells) {}

    /** @param key the person's; null where the row has no usable number */
    record Stored(@Nullable UUID key, boolean acceptable, @Nullable Object[] values) {}

    Stored of(CheckedRow row) {
        IdNumber number = row.number();
        UUID key = number == null ? null : vault.personKey(number);
        boolean faultless = row.problems().isEmpty();
        boolean acceptable = faultless || row.acceptable();
        boolean waits = !faultless && waits(row);
        return new Stored(key, acceptable, new Object[] {
            county,
            benefitYear,
            batch,
            row.rowNumber(),
            key,
            number == null ? null : vault.encrypt(number),
            number == null ? null : number.lastFour(),
            row.name(),
            row.comparableName(),
            number == null ? null : number.birthDate(),
            number == null ? null : number.isMale(),
            row.identity(),
            row.attributes().isEmpty() ? NO_ATTRIBUTES : json(HouseholdNumbers.keyed(row.attributes(), vault)),
            row.township(),
            row.townshipName(),
            row.village(),
            row.household(),
            row.recognisedOn(),
            row.expiresOn(),
            row.diedOn(),
            number == null ? written(row) : null,
            number == null ? "" : RowProblem.masked(row.told()),
            faultless ? NO_PROBLEMS : problems(row.problems()),
            acceptable,
            acceptable && !waits && number != null
        });
    }

    private static boolean waits(CheckedRow row) {
        return row.problems().stream().anyMatch(p -> p.code().severity() == ProblemCode.Severity.WAITS);
    }

    private byte[] written(CheckedRow row) {
        return vault.encrypt(json.writeValueAsBytes(new Written(row.writtenNumber(), row.told(), row.raw())));
    }

    private Json problems(List<RowProblem> problems) {
        return json(problems.stream()
                .map(p -> Map.of(
                        "code", p.code().number(),
                        "column", p.column().name(),
                        "arguments", p.arguments()))
                .toList());
    }

    private Json json(Object value) {
        return new Json(json.writeValueAsBytes(value));
    }
}
