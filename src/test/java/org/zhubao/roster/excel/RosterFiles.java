package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes roster files for tests: rows of text, numbers and blanks, in any of the three forms. */
final class RosterFiles {

    /** Two synthetic citizens whose numbers are right. */
    static final String NUMBER = "510421199003074211";

    static final String OTHER_NUMBER = "51042119680101317X";

    private final List<Object[]> rows = new ArrayList<>();

    /** The usual table: title, unit, heading. Data begins on row 4. */
    static RosterFiles usual() {
        return new RosterFiles()
                .row("米易县2021年度特殊人员信息采集表")
                .row("填报单位：米易县民政局　　填报时间：2020年8月18日")
                .row("序号", "镇（街）", "村（居）", "姓名", "身份证号码", "人员类别", "认定时间", "户籍性质", "备注");
    }

    /** A line of the usual table. */
    RosterFiles person(String name, Object number) {
        return row(1, "白马镇", "东山村", name, number, "低保", "2020.8.1", "农村", null);
    }

    RosterFiles row(Object... cells) {
        rows.add(cells);
        return this;
    }

    Path xlsx(Path folder) {
        return workbook(folder.resolve("roster.xlsx"), new XSSFWorkbook());
    }

    Path xls(Path folder) {
        return workbook(folder.resolve("roster.xls"), new HSSFWorkbook());
    }

    Path text(Path folder, String delimiter, Charset charset) {
        String lines = rows.stream()
                .map(row -> Arrays.stream(row)
                        .map(cell -> Objects.toString(cell, ""))
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\r\n"));
        return write(folder.resolve("roster.csv"), lines.getBytes(charset));
    }

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path workbook(Path file, Workbook workbook) {
        fill(workbook.createSheet("花名册"));
        return save(file, workbook);
    }

    static Path save(Path file, Workbook workbook) {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For tests that need hidden sheets, formulas and the like. */
    void fill(Sheet sheet) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length > 0) {
                fill(sheet.createRow(i), rows.get(i));
            }
        }
    }

    private static void fill(Row row, Object[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (cells[i] != null) {
                Cell cell = row.createCell(i);
                cell.setCellValue(cells[i].toString());
            }
        }
    }
}
