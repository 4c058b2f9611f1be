package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Handlers;
import org.zhubao.support.Handlers.Handler;
import org.zhubao.support.LevyOnItsWay;
import org.zhubao.support.MattersOnTheirWay;
import org.zhubao.support.SmallSeason;
import org.zhubao.support.SmallSeason.Played;
import org.zhubao.support.SmallSeason.Someone;
import tools.jackson.databind.json.JsonMapper;

/** A name that a spreadsheet program would calculate comes out of every export as text and unchanged. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=names")
class ExportedNamesTests {

    private static final String COUNTY = "510402";
    private static final List<String> NAMES = List.of("=1+1", "@x", "-2", "+3", "=HYPERLINK(\"http://x\")", "王小明");

    /**
     * Exports that name nobody, or nobody in full, or only some: whom money is sent to, whom the tax bureau took, who differs
     * between two lists; what somebody else wrote; and paper, which calculates nothing.
     */
    private static final List<String> OTHERWISE = List.of(
            "/proof/",
            "/template",
            "/report/",
            "/notices/",
            "/reimbursements/",
            "/delivery/",
            "/comparison/",
            "/attachments/",
            "/paper");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private LevyOnItsWay levy;

    @Autowired
    private MattersOnTheirWay matters;

    @Autowired
    private Handlers handlers;

    @Autowired
    private SmallSeason season;

    private Played played;

    @BeforeEach
    void aSeasonOfStrangeNames() {
        List<Someone> people = new ArrayList<>();
        for (String name : NAMES) {
            people.add(Someone.of(name, "05" + people.size(), 0));
        }
        played = season.play(COUNTY, people.toArray(Someone[]::new));
    }

    @Test
    void everyExportGivesThemAsTheyWereWritten() throws Exception {
        List<String> exports = Files.readAllLines(Path.of("src/test/resources/trail.txt")).stream()
                .filter(line -> line.startsWith("GET "))
                .filter(line -> OTHERWISE.stream().noneMatch(line::contains))
                .map(line -> line.substring(0, line.indexOf(": ")))
                .toList();
        assertThat(exports).hasSizeGreaterThan(3);

        for (Handler handler : handlers.all()) {
            if (exports.contains(handler.address())) {
                assertThat(names(handler.address(), exported(handler)))
                        .as(handler.address())
                        .containsAll(NAMES);
            }
        }
    }

    private MockHttpServletResponse exported(Handler handler) throws Exception {
        String address = handler.pattern().replace("{id}", id(handler.pattern()).toString());
        var request = MockMvcRequestBuilders.get(address)
                .queryParam("division", COUNTY)
                .queryParam("benefitYear", "2021")
                .with(SignedIn.as(Role.CLERK, COUNTY));
        if (!handler.produces().isEmpty()) {
            request.accept(handler.produces());
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private UUID id(String pattern) {
        if (pattern.contains("pushes/")) {
            return levy.push(COUNTY);
        }
        if (pattern.contains("/reconciliations/")) {
            return levy.reconciliation(played);
        }
        if (pattern.contains("/visits/")) {
            return matters.of(pattern, played.persons().get(0));
        }
        return pattern.contains("/rosters/") ? played.roster() : played.sheet();
    }

    /** Whatever stands in it as text. */
    private static List<String> names(String address, MockHttpServletResponse answer) throws IOException {
        String type = String.valueOf(answer.getContentType());
        if (type.startsWith("text/csv")) {
            return CsvReader.builder().ofCsvRecord(answer.getContentAsString(StandardCharsets.UTF_8)).stream()
                    .flatMap(row -> row.getFields().stream())
                    .toList();
        }
        if (type.startsWith("application/x-ndjson")) {
            return answer.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line).get("name").asString())
                    .toList();
        }
        assertThat(type)
                .as("%s (%d): a format whose names nobody looks at yet", address, answer.getStatus())
                .contains("spreadsheetml");
        return textCells(answer.getContentAsByteArray());
    }

    private static List<String> textCells(byte[] workbook) throws IOException {
        Map<CellType, List<String>> cells = new HashMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    cells.computeIfAbsent(cell.getCellType(), type -> new ArrayList<>())
                            .add(cell.toString());
                }
            }
        }
        assertThat(cells).doesNotContainKey(CellType.FORMULA);
        return cells.get(CellType.STRING);
    }
}
