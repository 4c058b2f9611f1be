package org.zhubao.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.zhubao.protection.IdNumber;

/** Workbooks of very many people, every one with a number and a name of their own and nothing wrong. */
public final class LongRoster {

    private static final int DAYS = 20_000;
    private static final String[] IDENTITIES = {"低保", "特困人员", "困境儿童", "低收入家庭"};
    private static final LocalDate OLDEST = LocalDate.of(1935, 1, 1);

    private LongRoster() {}

    public static Path write(CountySeason season, int rows, Path file) {
        return write(season, 0, rows, file);
    }

    /** @param first how many people stand in other lists of the county already */
    public static Path write(CountySeason season, int first, int rows, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            RosterWorkbook.write(
                    IntStream.range(first, first + rows)
                            .mapToObj(i -> person(season, i))
                            .iterator(),
                    out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed person(CountySeason season, int i) {
        LocalDate born = OLDEST.plusDays(i % DAYS);
        String digits = "%s%tY%<tm%<td%03d".formatted(season.code(), born, i / DAYS);
        return new Listed(
                "王" + (char) ('一' + i % 5000) + (char) ('一' + i / 5000),
                digits + IdNumber.checkCharacter(digits),
                IDENTITIES[i % IDENTITIES.length],
                i % 3 == 0 ? CountySeason.WEST : CountySeason.EAST,
                LocalDate.of(2020, 1, 1).plusDays(i % 300),
                "",
                "");
    }
}
