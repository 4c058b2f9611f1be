package org.zhubao.roster.excel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Text with a delimiter: comma, tab, semicolon or bar. One sheet without a name; rows are numbered as Excel would. */
final class TextFile implements SheetFile {

    private static final String DELIMITERS = ",\t;|";
    private static final int SAMPLE = 16_384;
    /** A field of more characters is a quotation mark that nobody closed. */
    private static final int LONGEST_FIELD = 500_000;

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
                var cells = record.getFields().stream()
                        .limit(SheetRow.MAX_COLUMNS)
                        .map(SheetCell::text)
                        .toList();
                if (!visitor.row(new SheetRow(number, false, cells))) {
                    break;
                }
            }
        }
        visitor.leave();
    }

    /** The one that occurs most often at the start of the file. */
    private static char delimiter(Reader reader) throws IOException {
        BufferedReader buffered = new BufferedReader(reader);
        Map<Character, Integer> counts = new HashMap<>();
        int next = buffered.read();
        for (int i = 0; i < SAMPLE && next >= 0; i++) {
            if (DELIMITERS.indexOf(next) >= 0) {
                counts.merge((char) next, 1, Integer::sum);
            }
            next = buffered.read();
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(',');
    }
}
