package org.zhubao.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A department's workbook with one heading line and ten columns: the first person stands in row 2. */
public final class RosterWorkbook {

    /** Rows above the first person. */
    public static final int HEADING_ROWS = 1;

    private static final int FLUSH_ROWS = 1000;
    private static final List<String> HEADINGS =
            List.of("序号", "镇（街）", "村（居）", "姓名", "身份证号码", "人员类别", "认定时间", "户籍性质", "残疾类别", "残疾等级");

    private RosterWorkbook() {}

    public static byte[] of(Listed... people) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(List.of(people).iterator(), out);
        return out.toByteArray();
    }

    /** A list of deaths: each person and the day. */
    public static byte[] deaths(Map<Listed, LocalDate> people) {
        return events(List.of("姓名", "身份证号码", "死亡时间", "镇街"), people, List.of(Listed::township));
    }

    /** A list of those who moved from one county to another: each person and the day. */
    public static byte[] moves(Map<Listed, LocalDate> people, String movedTo) {
        return events(List.of("姓名", "身份证号码", "迁移时间", "迁入地"), people, List.of(person -> movedTo));
    }

    /** A school list: each person and the school, which may be blank. */
    public static byte[] students(Map<Listed, String> people) {
        return events(List.of("姓名", "身份证号码", "学校", "镇街"), people, List.of(Listed::township));
    }

    /** A list that numbers households, under the heading it uses for that: each person and the number. */
    public static byte[] households(String heading, Map<Listed, String> people) {
        return events(
                List.of("姓名", "身份证号码", heading, "镇街", "村", "人员类别"),
                people,
                List.of(Listed::township, person -> "东山村", Listed::identity));
    }

    private static byte[] events(
            List<String> headings, Map<Listed, ?> people, List<Function<Listed, String>> moreCells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("花名册");
            row(sheet, 0, headings);
            int row = HEADING_ROWS;
            for (Map.Entry<Listed, ?> event : people.entrySet()) {
                Listed person = event.getKey();
                Stream<String> cells = Stream.of(
                        person.name(), person.number(), event.getValue().toString());
                row(
                        sheet,
                        row++,
                        Stream.concat(cells, moreCells.stream().map(cell -> cell.apply(person)))
                                .toList());
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes person by person, so that memory does not grow with the list. */
    public static void write(Iterator<Listed> people, OutputStream out) {
        try (Workbook workbook = new Workbook(out, "zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("花名册");
            row(sheet, 0, HEADINGS);
            for (int row = HEADING_ROWS; people.hasNext(); row++) {
                row(sheet, row, cells(row, people.next()));
                if (row % FLUSH_ROWS == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(int sequence, Listed person) {
        return List.of(
                String.valueOf(sequence),
                person.township(),
                "东山村",
                person.name(),
                person.number(),
                person.identity(),
                person.recognisedOn() == null ? "" : person.recognisedOn().toString(),
                "农村",
                person.category(),
                person.grade());
    }

    /** Any other list, row by row. */
    public static byte[] of(List<String> headings, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("花名册");
            row(sheet, 0, headings);
            for (int row = 0; row < rows.size(); row++) {
                row(sheet, HEADING_ROWS + row, rows.get(row));
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, cells.get(column));
            }
        }
    }
}
