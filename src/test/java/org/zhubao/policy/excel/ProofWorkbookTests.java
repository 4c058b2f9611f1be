package org.zhubao.policy.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.support.DatabaseTest;

/** The proof as departments get it to sign: every finding with its example, the quoted words and room for the decision. */
@DatabaseTest
class ProofWorkbookTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void theTextOfPanzhihuaAloneAsksForThirteenDecisionsOnPaper() throws Exception {
        XSSFSheet sheet = sheet("/policies/panzhihua-hardship-2021/proof/workbook?textAlone=true", "proof-zh");
        List<String> lines = lines(sheet);

        assertThat(lines.get(0)).contains("攀枝花市资助困难居民参加2021年度", "政策验证表");
        assertThat(lines).anyMatch(line -> line.contains("已覆盖全部"));
        assertThat(lines).anyMatch(line -> line.contains("序号") && line.contains("决定") && line.contains("部门、签字、日期"));
        assertThat(lines)
                .filteredOn(line -> line.contains("F401"))
                .isNotEmpty()
                .allMatch(line -> line.contains("文件没有写明按哪一种") && line.contains("草拟：依次按"));
        assertThat(lines)
                .filteredOn(line -> line.contains("F405"))
                .anyMatch(line -> line.contains("按建档立卡贫困人员资助参保") && line.contains("须知晓"));
    }

    @Test
    void itPrintsOnA4AcrossWithTheHeadingOnEveryPage() throws Exception {
        XSSFSheet sheet = sheet("/policies/panzhihua-hardship-2021/proof/workbook?textAlone=true", "proof-zh");

        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(5);
        assertThat(sheet.getFooter().getCenter()).contains("&P");
    }

    private XSSFSheet sheet(String address, String name) throws Exception {
        byte[] workbook = mvc.perform(get(address).with(SignedIn.as(Role.CLERK, "5104")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Files.createDirectories(Path.of("target/proofs"));
        Files.write(Path.of("target/proofs", name + ".xlsx"), workbook);
        return opened(workbook);
    }

    private static XSSFSheet opened(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook)).getSheetAt(0);
    }

    private static List<String> lines(XSSFSheet sheet) {
        List<String> lines = new ArrayList<>();
        for (Row row : sheet) {
            lines.add(StreamSupport.stream(row.spliterator(), false)
                    .map(Cell::getStringCellValue)
                    .collect(Collectors.joining(" | ")));
        }
        return lines;
    }
}
