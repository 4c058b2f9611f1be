package org.zhubao.support;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The application's classes packed into one archive, beside which the JVM keeps what it has learned of them: it does so for
 * archives only, and it makes a start much quicker.
 */
final class PackedProgram {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path LEARNED = FOLDER.resolve("office.jsa");
    private static final Path PACKED = pack();

    private PackedProgram() {}

    /** Whether an earlier start has left what it learned. */
    static boolean isKnown() {
        return Files.exists(LEARNED);
    }

    /** Options by which the JVM uses what it has learned, or learns it until it ends in peace. */
    static List<String> options() {
        return List.of((isKnown() ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + LEARNED, "-cp", path());
    }

    /** Without the tests, whose configuration would be taken for the application's. */
    private static String path() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String libraries = Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return PACKED + File.pathSeparator + libraries;
    }

    private static Path pack() {
        Path packed = FOLDER.resolve("office.jar");
        try (OutputStream file = Files.newOutputStream(packed);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> found = Files.walk(CLASSES)) {
            zip.setLevel(0);
            for (Path each : found.skip(1).toList()) {
                String name = CLASSES.relativize(each).toString().replace(File.separatorChar, '/');
                boolean folder = Files.isDirectory(each);
                zip.putNextEntry(new ZipEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(each, zip);
                }
            }
            return packed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
