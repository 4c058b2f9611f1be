package org.zhubao.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.roster.RosterStatus;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;

/** A file that cannot be taken: the page says what is wrong and what to do, and nothing of it is kept. */
@DatabaseTest
class RefusedUploadTests {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Test
    void aTextFileRenamedToXlsx() throws Exception {
        refused(Department.CIVIL_AFFAIRS, "名单.xlsx", "你好，这是说明".getBytes(StandardCharsets.UTF_8))
                .andExpect(content().string(containsString("没有接收")));
    }

    @Test
    void anEmptyWorkbook() throws Exception {
        refused(Department.CIVIL_AFFAIRS, "空表.xlsx", workbook())
                .andExpect(content().string(containsString("空")));
    }

    @Test
    void aTableWithoutHeadings() throws Exception {
        refused(Department.CIVIL_AFFAIRS, "无表头.xlsx", workbook("攀莲镇,王小明,低保", "攀莲镇,李小红,低保"))
                .andExpect(content().string(containsString("没有找到表头，缺少：姓名")));
    }

    @Test
    void anotherDepartmentsList() throws Exception {
        refused(Department.CIVIL_AFFAIRS, "disabled.xls", sample("panzhihua2025/disabled.xls"))
                .andExpect(content().string(containsString("残联")));
    }

    @Test
    void anotherCountysPeople() throws Exception {
        refused(Department.CIVIL_AFFAIRS, "civil-affairs.xlsx", sample("panzhihua2021/civil-affairs.xlsx"))
                .andExpect(content().string(containsString("仁和区")));
    }

    private ResultActions refused(Department department, String name, byte[] content) throws Exception {
        int parts = count("roster_file_part");
        int rows = count("roster_row");
        String address = mvc.perform(multipart("/rosters")
                        .file(new MockMultipartFile("file", name, null, content))
                        .param("kind", "full")
                        .with(SignedIn.officerOf(department, "510421"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        UUID roster = UUID.fromString(address.replaceFirst(".*/", ""));
        CountySeason season = counties.at(divisions.find("510421").orElseThrow(), 2025);
        assertThat(season.roster(season.read(roster)).status()).isEqualTo(RosterStatus.REFUSED);
        assertThat(count("roster_file_part")).isEqualTo(parts);
        assertThat(count("roster_row")).isEqualTo(rows);
        return mvc.perform(get(address).with(SignedIn.officerOf(department, "510421")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("系统没有保留这个文件")));
    }

    private int count(String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static byte[] sample(String path) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(path));
    }

    private static byte[] workbook(String... rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            for (int r = 0; r < rows.length; r++) {
                String[] cells = rows[r].split(",");
                for (int c = 0; c < cells.length; c++) {
                    (c == 0 ? sheet.createRow(r) : sheet.getRow(r))
                            .createCell(c)
                            .setCellValue(cells[c]);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
