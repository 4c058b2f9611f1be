package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.Column;
import org.zhubao.rules.Delivery;
import org.zhubao.support.DatabaseTest;

/** The workbooks that go out, opened again by another program's reader. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class LevyWorkbooksTests {

    private static final IdNumber NUMBER = IdNumber.of("51042119680101317X").orElseThrow();

    @Autowired
    private MarkWriting marks;

    @Autowired
    private ReconciliationWriting reconciliations;

    @Autowired
    private DeliveryWriting deliveries;

    @Test
    void aPushSaysWhatEachTierCostsAndLeavesAColumnForTheAnswerThatTheIntakeKnows() throws IOException {
        MarkPush push = new MarkPush(
                UUID.randomUUID(),
                "510421",
                2021,
                3,
                PushKind.DELTA,
                UUID.randomUUID(),
                1,
                0,
                0,
                0,
                "0123456789abcdef",
                "clerk",
                Instant.EPOCH,
                0,
                null);
        MarkLine line = new MarkLine(
                1,
                MarkChange.ADDED,
                UUID.randomUUID(),
                "某某",
                NUMBER,
                "白马镇",
                "低保",
                "1",
                30500,
                27500,
                3000,
                List.of(new TierAmount("2", false, 45500, 27500, 18000, 18000)),
                null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        marks.write(push, "米易县", List.of("1", "2"), List.of(line), out);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("米易县2021年度", "增量第3号", "0123456789ab");
            XSSFRow person = sheet.getRow(2);
            assertThat(person.getCell(4).getStringCellValue()).isEqualTo(NUMBER.full());
            assertThat(person.getCell(9).getNumericCellValue()).isEqualTo(30);
            assertThat(person.getCell(12).getNumericCellValue()).isEqualTo(180);
            XSSFRow head = sheet.getRow(1);
            String last = head.getCell(head.getLastCellNum() - 1).getStringCellValue();
            assertThat(Column.ofHeading(last)).contains(Column.REFUSED_BECAUSE);
        }
    }

    @Test
    void everyMismatchStandsWithItsCauseItsOwnerAndTheNextStep() throws IOException {
        ReconciliationLine line = new ReconciliationLine(
                null,
                "某某",
                NUMBER,
                "白马镇",
                "低保",
                "civil-affairs",
                "tax",
                Cause.PAID_TWICE,
                true,
                Instant.parse("2020-08-27T02:00:00Z"),
                null,
                LocalDate.of(2020, 10, 9),
                null,
                27500,
                61000,
                55000,
                -27500);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        reconciliations.write("对账", Locale.SIMPLIFIED_CHINESE, List.of(line), out);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFRow row = workbook.getSheetAt(0).getRow(2);
            assertThat(row.getCell(5).getStringCellValue()).isEqualTo("重复缴费");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("税务");
            assertThat(row.getCell(7).getStringCellValue()).contains("退回");
            assertThat(row.getCell(8).getStringCellValue()).isEqualTo("2020-08-27");
            assertThat(row.getCell(15).getNumericCellValue()).isEqualTo(-275);
        }
    }

    /** The department declares it to the tax bureau and pays what stands below. */
    @Test
    void theListThatADepartmentDeclaresEndsWithWhatItHasToPayAndTheirSignatures() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        deliveries.write("名册", Delivery.PAID_BY_DEPARTMENT, List.of(line(28_000), line(12_050)), out);

        XSSFSheet sheet = opened(out);
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("合计 2 人");
        assertThat(sheet.getRow(4).getCell(5).getNumericCellValue()).isEqualTo(400.5);
        assertThat(sheet.getRow(6).getCell(0).getStringCellValue()).contains("制表人", "复核人", "盖章");
    }

    @Test
    void theBankReadsWholeAccountNumbersAndTheSumOfTheTransfers() throws IOException {
        BankAccount account = BankAccount.of("6217000010001234569").orElseThrow();
        Transfer transfer = new Transfer(1, "某某", NUMBER, Cause.TO_REIMBURSE, 27_500, account, "某某银行", null, "", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        deliveries.write("发放清单", List.of(transfer, transfer), out);

        XSSFSheet sheet = opened(out);
        assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo(account.full());
        assertThat(sheet.getColumnWidth(4) / 256)
                .as("no digit is cut off by the next column")
                .isGreaterThan(account.full().length());
        assertThat(sheet.getRow(4).getCell(5).getNumericCellValue()).isEqualTo(550);
    }

    private static DeliveryLists.Line line(long subsidyFen) {
        return new DeliveryLists.Line("白马镇", "某某", NUMBER, "特困", 28_000, subsidyFen, 28_000 - subsidyFen);
    }

    private static XSSFSheet opened(ByteArrayOutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getSheetAt(0);
        }
    }
}
