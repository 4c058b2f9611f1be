package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An xlsx workbook put together part by part, as no office program would. */
final class HandMadeWorkbook {

    static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Path file;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    HandMadeWorkbook(Path file) {
        this.file = file;
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + override("/xl/workbook.xml", "sheet.main+xml")
                        + override("/xl/sharedStrings.xml", "sharedStrings+xml")
                        + "</Types>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"花名册\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    }

    HandMadeWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    HandMadeWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** Puts something before what a part says; a part that is not there yet says nothing. */
    HandMadeWorkbook prefix(String name, String prefix) {
        String content = parts.containsKey(name) ? text(name) : "<a/>";
        return part(name, prefix + content);
    }

    HandMadeWorkbook replace(String name, String found, String put) {
        return part(name, text(name).replace(found, put));
    }

    private String text(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    HandMadeWorkbook sheet(String rows) {
        return part("xl/worksheets/sheet1.xml", worksheet(rows));
    }

    Path file() {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String worksheet(String rows) {
        return "<worksheet xmlns=\"" + SHEETS + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String address = (char) ('A' + i) + "" + number;
            row.append("<c r=\"").append(address).append("\" t=\"inlineStr\"><is><t>");
            row.append(cells[i]).append("</t></is></c>");
        }
        return row + "</row>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "\"/>";
    }
}
