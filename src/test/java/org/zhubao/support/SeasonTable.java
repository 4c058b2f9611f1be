package org.zhubao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a season below {@code src/test/resources/seasons}, as an auditor writes them from the notice. */
public final class SeasonTable {

    private static final Path FOLDER = Path.of("src/test/resources/seasons");

    private SeasonTable() {}

    /** One line, its cells by the headings of their columns. */
    public record Line(Map<String, String> cells) {

        /** What stands in the column; empty where nothing does. */
        public String cell(String heading) {
            String cell = cells.get(heading);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + heading + " in " + cells.keySet());
            }
            return cell;
        }

        public LocalDate day() {
            return LocalDate.parse(cell("day"));
        }

        /** What stands in the column, divided at commas. */
        public List<String> all(String heading) {
            return cell(heading).isEmpty() ? List.of() : List.of(cell(heading).split(", "));
        }

        /** The same, each divided into its words. */
        public List<List<String>> words(String heading) {
            return all(heading).stream().map(said -> List.of(said.split(" "))).toList();
        }
    }

    /** The lines of the table whose first column has that heading; a file has one such table. */
    public static List<Line> of(String file, String firstHeading) {
        List<Line> lines = new ArrayList<>();
        List<String> headings = List.of();
        for (String text : read(file)) {
            List<String> cells = text.startsWith("|") ? cells(text) : List.of();
            if (cells.isEmpty() || cells.get(0).startsWith("---")) {
                headings = cells.isEmpty() ? List.of() : headings;
            } else if (headings.isEmpty()) {
                headings = cells;
            } else if (headings.get(0).equals(firstHeading)) {
                lines.add(line(headings, cells));
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no table of " + firstHeading + " in " + file);
        }
        return lines;
    }

    private static Line line(List<String> headings, List<String> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException("not under " + headings + ": " + cells);
        }
        Map<String, String> line = new LinkedHashMap<>();
        for (int column = 0; column < headings.size(); column++) {
            line.put(headings.get(column), cells.get(column));
        }
        return new Line(line);
    }

    private static List<String> cells(String text) {
        return Arrays.stream(text.substring(1, text.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static List<String> read(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
