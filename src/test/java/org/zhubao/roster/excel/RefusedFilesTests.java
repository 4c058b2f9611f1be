package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterKind;

/** Files that are not taken as a whole, each with its reason. */
class RefusedFilesTests {

    @TempDir
    Path folder;

    @Test
    void aTextFileRenamedToXlsxIsNamedAsWhatItIs() {
        Path file = RosterFiles.write(folder.resolve("名单.xlsx"), "姓名,身份证号\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file).code()).isEqualTo("not-a-spreadsheet");
        assertThat(refusal(file).arguments()).containsExactly("format.text");
    }

    @Test
    void picturesAndWebPagesAreNamedAsWhatTheyAre() {
        assertThat(refusal("a.xls", "<html><table><tr><td>姓名</td></tr></table></html>")
                        .arguments())
                .containsExactly("format.html");
        assertThat(refusal("a.csv", "%PDF-1.7 ...").arguments()).containsExactly("format.pdf");
        assertThat(refusal("a.csv", "\u0001\u0002\u0003 program").arguments()).containsExactly("format.binary");
    }

    @Test
    void anEmptyFileAndAnEmptyWorkbookAreEmpty() {
        assertThat(refusal("a.csv", "").code()).isEqualTo("empty");
        assertThat(refusal(new RosterFiles().xlsx(folder)).code()).isEqualTo("empty");
        assertThat(refusal(new RosterFiles().xls(folder)).code()).isEqualTo("empty");
    }

    @Test
    void aMissingColumnIsNamedTogetherWithWhatWasFound() {
        Path file = new RosterFiles()
                .row("姓名", "身份证号", "村名称")
                .row("张三", NUMBER, "东山村")
                .xlsx(folder);

        assertThat(refusal(file).code()).isEqualTo("no-header");
        assertThat(refusal(file).arguments()).containsExactly("column.identity", "姓名、身份证号、村名称");
    }

    @Test
    void aListWithoutHeadingsShowsItsFirstLineWithTheNumberMasked() {
        Path file = new RosterFiles().row("张三", NUMBER, "低保").xlsx(folder);

        assertThat(refusal(file).arguments()).containsExactly("column.name", "张三 510421********4211 低保");
    }

    @Test
    void aLongFirstLineIsCutWithoutShowingHalfANumber() {
        Path file = new RosterFiles().row("无".repeat(112), NUMBER).xlsx(folder);

        assertThat(refusal(file).arguments()).containsExactly("column.name", "无".repeat(112) + " …");
    }

    @Test
    void headingsWithoutAnybodyBelowAreRefused() {
        assertThat(refusal(RosterFiles.usual().row("合计", 0, "人").xlsx(folder)).code())
                .isEqualTo("no-rows");
    }

    @Test
    void twoTablesSideBySideAreRefusedBecauseHalfThePeopleWouldBeLost() {
        Path file = new RosterFiles()
                .row("姓名", "身份证号", "人员类别", "姓名", "身份证号", "人员类别")
                .xlsx(folder);

        assertThat(refusal(file).code()).isEqualTo("double-column");
        assertThat(refusal(file).arguments()).containsExactly("column.name", "姓名", "姓名");
    }

    @Test
    void anotherDepartmentsListIsRefusedWithTheDepartmentItBelongsTo() {
        Path file = RosterFiles.usual().person("张三", NUMBER).xlsx(folder);
        RosterExpectation expected = Expectations.of("510421", Department.DISABLED_FEDERATION, RosterKind.FULL);

        assertThat(refusal(file, expected).code()).isEqualTo("wrong-department");
        assertThat(refusal(file, expected).arguments()).containsExactly("department.civil-affairs");
    }

    @Test
    void aListWithUnknownIdentitiesIsJudgedByItsUnitLine() {
        Path file = RosterFiles.usual().row(1, "白马镇", "东山村", "张三", NUMBER, "待定").xlsx(folder);

        assertThat(refusal(file, Expectations.of("510421", Department.HEALTH, RosterKind.FULL))
                        .arguments())
                .containsExactly("department.civil-affairs");
        assertThat(Reading.of(file, Expectations.civilAffairs()).rows()).hasSize(1);
    }

    @Test
    void oneRowThatAnotherDepartmentCertifiesDoesNotMakeItAnotherDepartmentsList() {
        Path file =
                RosterFiles.usual().row(1, "白马镇", "东山村", "张三", NUMBER, "持证残疾人").xlsx(folder);

        assertThat(Reading.of(file, Expectations.civilAffairs()).rows()).hasSize(1);
    }

    @Test
    void anotherCountysTitleIsRefusedBeforeAnyRow() {
        Path file = RosterFiles.usual().person("张三", NUMBER).xlsx(folder);
        List<Object> rows = new ArrayList<>();
        RosterExpectation expected = Expectations.of("510411", Department.CIVIL_AFFAIRS, RosterKind.FULL);

        RosterFileRefused refused = catchThrowableOfType(RosterFileRefused.class, () -> new SpreadsheetRosterReading()
                .read(file, "roster.xlsx", expected, rows::add));

        assertThat(refused.code()).isEqualTo("other-county");
        assertThat(refused.arguments()).containsExactly("米易县", "仁和区");
        assertThat(rows).isEmpty();
    }

    @Test
    void townshipsOfAnotherCountyGiveItAwayWhenTheTitleDoesNot() {
        Path file = new RosterFiles()
                .row("乡镇", "姓名", "身份证号", "人员类别")
                .row("盐边县红格镇", "张三", NUMBER, "低保")
                .xlsx(folder);

        assertThat(refusal(file).arguments()).containsExactly("盐边县", "米易县");
    }

    @Test
    void aCountyNameInsideAnotherWordIsNoCounty() {
        Path file = new RosterFiles()
                .row("城东区域特殊人员名单")
                .row("姓名", "身份证号", "人员类别")
                .row("张三", NUMBER, "低保")
                .xlsx(folder);

        assertThat(Reading.of(file, Expectations.civilAffairs()).rows()).hasSize(1);
    }

    @Test
    void whatElseTheOldContainerMayHoldIsNamed() throws IOException {
        byte[] excel95 = {0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00};

        assertThat(refusal(container("Book", excel95)).arguments()).containsExactly("format.excel95");
        assertThat(refusal(container("WordDocument", new byte[100])).arguments())
                .containsExactly("format.word");
        assertThat(refusal(container("Other", new byte[100])).arguments()).containsExactly("format.binary");
    }

    private Path container(String entry, byte[] content) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(content), entry);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return RosterFiles.write(folder.resolve(entry + ".xls"), bytes.toByteArray());
        }
    }

    @Test
    void aPasswordIsSaidToBeThere() throws IOException {
        Path file = folder.resolve("密码.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(new byte[4096]);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            RosterFiles.write(file, bytes.toByteArray());
        }

        assertThat(refusal(file).code()).isEqualTo("encrypted");
    }

    private RosterFileRefused refusal(String name, String content) {
        return refusal(RosterFiles.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8)));
    }

    private static RosterFileRefused refusal(Path file) {
        return refusal(file, Expectations.civilAffairs());
    }

    private static RosterFileRefused refusal(Path file, RosterExpectation expected) {
        return catchThrowableOfType(RosterFileRefused.class, () -> Reading.of(file, expected));
    }
}
