package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterShape;

/**
 * A sample as another office would have written it: the same people and cells in another form and encoding, below other
 * title lines and headings, with columns elsewhere and blank lines in between. What is different follows from a seed.
 */
final class RewrittenSample {

    private static final Map<Column, List<String>> OTHER_WORDS = Map.of(
            Column.NAME, List.of("姓名", "姓 名", "*姓名", "人员姓名", "对象姓名"),
            Column.ID_NUMBER, List.of("身份证号", "身份证号码", "公民身份号码", "身份证件号码（18位）", "证件号码"),
            Column.IDENTITY, List.of("人员类别", "人员身份标识", "医疗救助身份", "救助类别"),
            Column.TOWNSHIP, List.of("镇（街）", "乡镇", "镇街", "乡镇（街道）"),
            Column.RECOGNISED_ON, List.of("认定时间", "认定日期", "认定时间（年月日）"));
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16);

    private final RosterShape shape;
    private final Random random;
    private final List<List<SheetCell>> lines = new ArrayList<>();
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final List<Integer> order;
    private final boolean twoLines;
    private int heading;

    RewrittenSample(Path sample, RosterShape shape, int seed) {
        this.shape = shape;
        this.random = new Random(seed);
        this.order = order();
        this.twoLines = random.nextBoolean();
        titles();
        headings();
        people(sample);
    }

    /** The row in which a person of that row of the sample stands now. */
    int row(int inSample) {
        return rows.get(inSample);
    }

    Path write(Path folder) {
        return switch (random.nextInt(5)) {
            case 0 -> workbook(folder.resolve("roster.xls"), new HSSFWorkbook());
            case 1 -> text(folder.resolve("roster.csv"));
            default -> xlsx(folder);
        };
    }

    Path xlsx(Path folder) {
        return workbook(folder.resolve("roster.xlsx"), new XSSFWorkbook());
    }

    /** Columns of different meaning change places; where a meaning stands twice, the first stays the first. */
    private List<Integer> order() {
        List<Integer> all = new ArrayList<>();
        IntStream.range(0, shape.headings().size()).forEach(all::add);
        Map<String, Long> times = all.stream().collect(Collectors.groupingBy(this::meaning, Collectors.counting()));
        List<Integer> movable =
                all.stream().filter(i -> times.get(meaning(i)) == 1).toList();
        List<Integer> shuffled = new ArrayList<>(movable);
        Collections.shuffle(shuffled, random);
        for (int i = 0; i < movable.size(); i++) {
            all.set(movable.get(i), shuffled.get(i));
        }
        return all;
    }

    private String meaning(int column) {
        return Column.ofHeading(shape.headings().get(column))
                .map(Enum::name)
                .orElse(shape.headings().get(column));
    }

    private void titles() {
        shape.title().lines().forEach(title -> lines.add(List.of(SheetCell.text(title))));
        IntStream.range(0, random.nextInt(3)).forEach(i -> lines.add(List.of(SheetCell.text("注：请勿修改表头"))));
        if (random.nextBoolean()) {
            lines.add(List.of());
        }
    }

    private void headings() {
        List<SheetCell> upper = new ArrayList<>();
        List<SheetCell> lower = new ArrayList<>();
        for (int column : order) {
            SheetCell word = SheetCell.text(word(column));
            boolean above = twoLines && random.nextBoolean();
            upper.add(above ? word : SheetCell.BLANK);
            lower.add(above ? SheetCell.BLANK : word);
        }
        if (twoLines) {
            lines.add(upper);
        }
        heading = lines.size();
        lines.add(lower);
    }

    private String word(int column) {
        String written = shape.headings().get(column);
        List<String> words = Column.ofHeading(written)
                .filter(meant -> shape.positions().get(meant) == column)
                .map(OTHER_WORDS::get)
                .orElse(List.of(written));
        return words.get(random.nextInt(words.size()));
    }

    private void people(Path sample) {
        try {
            FileForm.of(sample)
                    .reader(sample.getFileName().toString())
                    .visit(sample, new OneSheet(shape.sheetName(), row -> {
                        if (row.number() > shape.headerRow() && !row.isBlank() && !row.hidden()) {
                            person(row);
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void person(SheetRow row) {
        while (random.nextInt(15) == 0) {
            lines.add(List.of());
        }
        lines.add(order.stream().map(row::cell).toList());
        rows.put(row.number(), lines.size());
    }

    private Path workbook(Path file, Workbook workbook) {
        Sheet sheet = workbook.createSheet("名单");
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                fill(sheet.createRow(i), lines.get(i));
            }
        }
        merge(sheet);
        return RosterFiles.save(file, workbook);
    }

    private static void fill(Row row, List<SheetCell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            SheetCell cell = cells.get(i);
            if (cell.number() != null) {
                row.createCell(i).setCellValue(cell.number().doubleValue());
            } else if (!cell.shown().isEmpty()) {
                row.createCell(i).setCellValue(cell.shown());
            }
        }
    }

    /** As printed forms have it: the title over the whole width, a heading of two lines over both. */
    private void merge(Sheet sheet) {
        if (heading > (twoLines ? 1 : 0) && order.size() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, order.size() - 1));
        }
        for (int i = 0; twoLines && i < order.size(); i++) {
            if (lines.get(heading).get(i).isBlank()) {
                sheet.addMergedRegion(new CellRangeAddress(heading - 1, heading, i, i));
            }
        }
    }

    private Path text(Path file) {
        String delimiter = DELIMITERS.get(random.nextInt(DELIMITERS.size()));
        Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        String text = lines.stream()
                .map(line -> line.stream()
                        .map(cell -> '"' + cell.shown().replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\r\n"));
        return RosterFiles.write(file, text.getBytes(charset));
    }
}
