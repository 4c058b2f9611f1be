package org.zhubao.roster.excel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Text with a delimiter: comma, tab, semicolon or bar. One sheet without a name; rows are numbered as Excel would. */
final class TextFile implements SheetFile {

    private static final String DELIMITERS = ",\t;|";
    private static final int SAMPLE = 16_384;
    /** A field of more characters is a quotation mark that nobody closed. */
    private static final int LONGEST_FIELD = 500_000;
    /** How exporting programs keep a spreadsheet from taking text for a number: ="510421…". */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"(.*)\"");

    @Override
    public void visit(Path file, Visitor visitor) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char delimiter;
        try (Reader reader = encoding.open(file)) {
            delimiter = delimiter(reader);
        }
        if (!visitor.enter(new Sheet("", true, false, SheetLayout.PLAIN))) {
            return;
        }
        Pattern swallowed = swallowed(delimiter);
        try (Reader reader = encoding.open(file);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(reader)) {
            int number = 0;
            for (CsvRecord record : records) {
                number++;
                if (record.getFields().stream()
                        .anyMatch(field -> swallowed.matcher(field).find())) {
                    throw new RosterFileRefused(Reason.OPEN_QUOTE, String.valueOf(number));
                }
                var cells = record.getFields().stream()
                        .limit(SheetRow.MAX_COLUMNS)
                        .map(TextFile::cell)
                        .toList();
                if (!visitor.row(new SheetRow(number, false, cells))) {
                    break;
                }
            }
        }
        visitor.leave();
    }

    private static SheetCell cell(String field) {
        Matcher formula = TEXT_FORMULA.matcher(field);
        return SheetCell.text(formula.matches() ? formula.group(1) : field);
    }

    /** A line of the table inside one cell: its quotation mark was closed by that of somebody further down, or by none. */
    private static Pattern swallowed(char delimiter) {
        return Pattern.compile(
                "[\\r\\n](?=[^\\r\\n]*\\d{17}[\\dXx])(?:[^\\r\\n]*" + Pattern.quote("" + delimiter) + "){2}");
    }

    /** The one that most lines at the start of the file hold; a note above the table may be full of another. */
    private static char delimiter(Reader reader) throws IOException {
        char[] start = new char[SAMPLE];
        int length = new BufferedReader(reader).read(start);
        String text = new String(start, 0, Math.max(length, 0));
        String[] lines = text.split("\\R");
        return DELIMITERS
                .chars()
                .mapToObj(delimiter -> (char) delimiter)
                .max(Comparator.comparingLong((Character delimiter) -> lines(lines, delimiter))
                        .thenComparing(delimiter ->
                                text.chars().filter(c -> c == delimiter).count()))
                .orElseThrow();
    }

    private static long lines(String[] lines, char delimiter) {
        return Arrays.stream(lines).filter(line -> line.indexOf(delimiter) >= 0).count();
    }
}
