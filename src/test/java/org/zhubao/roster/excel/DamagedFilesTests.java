package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zhubao.roster.RosterFileRefused;

/** Files damaged on the way: whatever byte is wrong, they are read or refused, never anything else. */
class DamagedFilesTests {

    private static final Path SAMPLES = Path.of("src/test/resources/samples/tongnan2021");
    /** How often each kind of file is damaged; more with {@code -Dzhubao.fuzz=10000}. */
    private static final int ROUNDS = Integer.getInteger("zhubao.fuzz", 15);

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("damaged");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("roster"));
        Files.delete(folder);
    }

    @Property(tries = 10)
    void damagedContainersEndInAnAnswer(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            for (String sample : new String[] {"disabled.xls", "poverty.xlsx", "health.csv"}) {
                assertAnswer(damage(Files.readAllBytes(SAMPLES.resolve(sample)), random));
            }
        }
    }

    @Property(tries = 10)
    void damagedPartsOfAWorkbookEndInAnAnswer(@ForAll long seed, @ForAll @IntRange(max = 20) int unlucky)
            throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            assertAnswer(damagePart(Files.readAllBytes(SAMPLES.resolve("poverty.xlsx")), random, unlucky));
        }
    }

    private static void assertAnswer(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("roster"), content);
        try {
            assertThat(Reading.of(file, Expectations.civilAffairs()).rows()).isNotEmpty();
        } catch (RosterFileRefused refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        int wrong = 1 + random.nextInt(20);
        for (int i = 0; i < wrong; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Writes the workbook anew with one part damaged, so that the parsers behind the zip are reached. */
    private static byte[] damagePart(byte[] workbook, Random random, int unlucky) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            int part = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part++ == unlucky % 9 ? damage(content, random) : content);
            }
        }
        return bytes.toByteArray();
    }
}
