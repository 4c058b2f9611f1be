package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** Reads every sample workbook a second time with another parser: each cell must say the same. */
class XlsxOracleTests {

    @ParameterizedTest
    @MethodSource("workbooks")
    void anotherParserShowsTheSameInTheSameCells(Path file) throws Exception {
        assertThat(cells(file)).isNotEmpty().isEqualTo(oracle(file));
    }

    static Stream<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/samples"))) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList().stream();
        }
    }

    /** What is shown, by address, of all sheets. */
    static Map<String, String> cells(Path file) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        List<String> sheets = new ArrayList<>();
        new XlsxFile().visit(file, new SheetFile.Visitor() {
            @Override
            public boolean enter(SheetFile.Sheet sheet) {
                return sheets.add(sheet.name());
            }

            @Override
            public boolean row(SheetRow row) {
                for (int i = 0; i < row.cells().size(); i++) {
                    SheetCell cell = row.cell(i);
                    if (!cell.shown().isEmpty()) {
                        String address = new CellReference(row.number() - 1, i).formatAsString();
                        cells.put(sheets.size() + "!" + address, cell.shown());
                    }
                }
                return true;
            }

            @Override
            public void leave() {}
        });
        return cells;
    }

    static Map<String, String> oracle(Path file) throws Exception {
        Map<String, String> cells = new TreeMap<>();
        try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(container);
            var strings = new ReadOnlySharedStringsTable(container);
            int number = 0;
            for (var sheets = reader.getSheetsData(); sheets.hasNext(); ) {
                String prefix = ++number + "!";
                try (InputStream sheet = sheets.next()) {
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), null, strings, shown(cells, prefix), new DataFormatter(), false));
                    parser.parse(new InputSource(sheet));
                }
            }
        }
        return cells;
    }

    private static SheetContentsHandler shown(Map<String, String> cells, String prefix) {
        return new SheetContentsHandler() {
            @Override
            public void startRow(int row) {}

            @Override
            public void endRow(int row) {}

            @Override
            public void cell(String address, String text, XSSFComment comment) {
                if (!text.isEmpty()) {
                    cells.put(prefix + address, text);
                }
            }
        };
    }
}
