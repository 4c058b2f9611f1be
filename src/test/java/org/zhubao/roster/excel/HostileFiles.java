package org.zhubao.roster.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files made to harm whoever opens them, each with the answer it deserves. */
public final class HostileFiles {

    /** The answer to a file whose oddity costs nothing: it is read. */
    public static final String READ = "read";

    private static final String HEADING = HandMadeWorkbook.row(1, "姓名", "身份证号", "人员类别");
    private static final String PERSON = HandMadeWorkbook.row(2, "张三", RosterFiles.NUMBER, "低保");
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final List<String> PARTS = List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/comments1.xml",
            "xl/worksheets/sheet1.xml");

    private final Path folder;
    private final List<HostileFile> files = new ArrayList<>();

    /** @param answer {@link #READ} or the code of the refusal */
    public record HostileFile(String name, String answer, Path path) {
        @Override
        public String toString() {
            return name;
        }
    }

    private HostileFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes them all into a folder. */
    public static List<HostileFile> write(Path folder) {
        HostileFiles made = new HostileFiles(folder);
        made.bombs();
        made.entities();
        made.names();
        made.extents();
        made.references();
        made.texts();
        made.passwords();
        return made.files;
    }

    private void bombs() {
        workbook("swelling sheet", "zip-bomb", w -> w.sheet(HEADING + "<row/>".repeat(3_000_000) + PERSON));
        workbook("endless blanks", "too-large", w -> w.sheet(HEADING + " ".repeat(20_000_000) + PERSON));
        workbook("swelling picture", "zip-bomb", w -> w.part("xl/media/a.png", "0".repeat(20_000_000)));
        workbook(
                "swelling styles",
                "zip-bomb",
                w -> w.part("xl/styles.xml", many(2_000_000, i -> "<xf numFmtId=\"0\"/>")));
        workbook("hundreds of parts", "zip-bomb", w -> IntStream.range(0, 250)
                .forEach(i -> w.part("xl/media/" + i + ".png", "x")));
        byte[] bomb = new HandMadeWorkbook(folder.resolve("inner"))
                .sheet(" ".repeat(20_000_000))
                .bytes();
        workbook("bomb inside a bomb", READ, w -> w.part("xl/embeddings/a.xlsx", bomb));
        workbook(
                "two hundred thousand styles",
                READ,
                w -> w.part(
                        "xl/styles.xml",
                        "<styleSheet><cellXfs>"
                                + many(
                                        200_000,
                                        i -> "<xf numFmtId=\"" + i * 7919 % 65_521 + "\" fontId=\"" + i * 31 % 997
                                                + "\"/>")
                                + "</cellXfs></styleSheet>"));
    }

    private void entities() {
        for (String part : PARTS) {
            String name = part.replaceAll(".*/", "");
            workbook(
                    "outside entity in " + name,
                    "broken",
                    w -> w.prefix(part, XML + "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"));
            workbook(
                    "outside type in " + name,
                    "broken",
                    w -> w.prefix(part, XML + "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">"));
        }
        String laughs = many(9, i -> "<!ENTITY e" + (i + 1) + " \"" + ("&e" + i + ";").repeat(10) + "\">");
        workbook(
                "billion laughs",
                "broken",
                w -> w.prefix("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY e0 \"ha\">" + laughs + "]>"));
    }

    private void names() {
        workbook("absolute name", "zip-bomb", w -> w.part("/etc/passwd", "x"));
        workbook("climbing name", "zip-bomb", w -> w.part("xl/../../evil", "x"));
        workbook("climbing name of Windows", "zip-bomb", w -> w.part("xl\\..\\..\\evil", "x"));
        workbook("drive", "zip-bomb", w -> w.part("C:evil", "x"));
        workbook("names that differ by case", "zip-bomb", w -> w.part("XL/Worksheets/Sheet1.xml", "<worksheet/>"));
        patched("doubled name", "zip-bomb", w -> w.part("xl/worksheets/sheetX.xml", "x"), "sheetX.xml", "sheet1.xml");
    }

    private void extents() {
        workbook(
                "farthest cell",
                READ,
                w -> w.sheet(HEADING + PERSON
                        + "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row>"));
        workbook(
                "cell beyond the farthest",
                "broken",
                w -> w.sheet(HEADING + PERSON + "<row r=\"3\"><c r=\"ZZZZZZ3\"><v>1</v></c></row>"));
        workbook(
                "million empty rows",
                READ,
                w -> w.sheet(HEADING + PERSON + many(1_000_000, i -> "<row r=\"" + (i + 3) + "\"/>")));
        workbook(
                "million cells in a row",
                "broken",
                w -> w.sheet(HEADING + PERSON + "<row r=\"3\">" + many(1_000_000, i -> "<c><v>" + i + "</v></c>")
                        + "</row>"));
        workbook("row of number zero", "broken", w -> w.sheet(HEADING + PERSON + "<row r=\"0\"><c><v>1</v></c></row>"));
        workbook(
                "hundred thousand merged ranges",
                READ,
                w -> w.part(
                        "xl/worksheets/sheet1.xml",
                        HandMadeWorkbook.worksheet(HEADING + PERSON)
                                .replace(
                                        "</worksheet>",
                                        "<mergeCells>"
                                                + many(100_000, i -> "<mergeCell ref=\"A" + (i + 5) + ":XFD1048576\"/>")
                                                + "</mergeCells></worksheet>")));
    }

    private void references() {
        workbook("shared string beyond the table", "broken", w -> w.part(
                        "xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")
                .sheet(HEADING + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>"));
        workbook("shared string below zero", "broken", w -> w.part(
                        "xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")
                .sheet(HEADING + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-5</v></c></row>"));
        workbook(
                "formula a hundred thousand deep",
                READ,
                w -> w.sheet(HEADING + PERSON + formula("(".repeat(100_000) + "1" + ")".repeat(100_000), "")));
        workbook(
                "array formulas over everything",
                "too-large",
                w -> w.sheet(HEADING + PERSON + many(3_000, i -> formula("A1", " t=\"array\" ref=\"A1:XFD1048576\""))));
        workbook("elements a hundred thousand deep", "broken", w -> w.sheet(HEADING + "<a>".repeat(100_000)));
        workbook(
                "sheet that is somewhere else",
                "broken",
                w -> w.part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\""
                                + " Target=\"http://127.0.0.1:1/sheet1.xml\"/></Relationships>"));
        workbook(
                "sheet that is not there",
                "broken",
                w -> w.part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Target=\"../../../etc/passwd\"/></Relationships>"));
        workbook(
                "another document's types",
                READ,
                w -> w.replace("[Content_Types].xml", "spreadsheetml", "wordprocessingml"));
        workbook(
                "row with two hundred thousand attributes",
                "too-large",
                w -> w.sheet(HEADING + "<row" + many(200_000, i -> " a" + i + "=\"1\"") + "/>"));
        workbook(
                "row in a hundred thousand name spaces",
                "too-large",
                w -> w.sheet(HEADING + "<row" + many(100_000, i -> " xmlns:n" + i + "=\"u\"") + "/>"));
        workbook(
                "a hundred thousand different elements",
                "broken",
                w -> w.sheet(HEADING + many(100_000, i -> "<t" + i + "/>")));
        workbook(
                "a hundred thousand different attributes of cells",
                "broken",
                w -> w.sheet(HEADING + many(100_000, i -> "<c a" + i + "=\"1\"/>")));
        workbook(
                "forty thousand prefixes",
                "broken",
                w -> w.sheet(HEADING + many(40_000, i -> "<x" + i + ":row xmlns:x" + i + "=\"u\"/>")));
        workbook(
                "a hundred thousand different instructions",
                "broken",
                w -> w.sheet(HEADING + many(100_000, i -> "<?p" + i + " ?>")));
        workbook("no types", READ, w -> w.part("[Content_Types].xml", "<Types/>"));
    }

    private void texts() {
        workbook(
                "text of sixty megabytes",
                "too-large",
                w -> w.sheet(HEADING
                        + HandMadeWorkbook.row(
                                2,
                                many(200_000, i -> Integer.toString(i * 31, 36)).repeat(70),
                                RosterFiles.NUMBER)));
        file("megabytes.csv", "too-large", "姓名,身份证号\n".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
        file(
                "quote without an end.csv",
                "broken",
                ("姓名,身份证号,人员类别\n\"" + "张".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8));
        file(
                "million columns.csv",
                "broken",
                ("姓名,身份证号,人员类别\n" + ",".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8));
        file("millions of lines.csv", "empty", "\n".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
    }

    private void passwords() {
        file("password.xlsx", "encrypted", encrypted());
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            RosterFiles.usual().fill(workbook.createSheet());
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(out);
            file("password.xls", "encrypted", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] encrypted() {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(new byte[4096]);
            }
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void workbook(String name, String answer, Consumer<HandMadeWorkbook> made) {
        HandMadeWorkbook workbook = new HandMadeWorkbook(folder.resolve(name + ".xlsx")).sheet(HEADING + PERSON);
        made.accept(workbook);
        files.add(new HostileFile(name, answer, workbook.file()));
    }

    private void patched(String name, String answer, Consumer<HandMadeWorkbook> made, String found, String put) {
        HandMadeWorkbook workbook = new HandMadeWorkbook(folder.resolve("inner")).sheet(HEADING + PERSON);
        made.accept(workbook);
        file(
                name + ".xlsx",
                answer,
                new String(workbook.bytes(), StandardCharsets.ISO_8859_1)
                        .replace(found, put)
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private void file(String name, String answer, byte[] content) {
        files.add(new HostileFile(name, answer, RosterFiles.write(folder.resolve(name), content)));
    }

    private static String formula(String text, String attributes) {
        return "<row r=\"3\"><c r=\"J3\"><f" + attributes + ">" + text + "</f><v>1</v></c></row>";
    }

    private static String many(int times, IntFunction<String> text) {
        StringBuilder all = new StringBuilder();
        IntStream.range(0, times).mapToObj(text).forEach(all::append);
        return all.toString();
    }
}
