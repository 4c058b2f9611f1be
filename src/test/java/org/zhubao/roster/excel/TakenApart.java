package org.zhubao.roster.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook's container opened, so that what lies behind it can be damaged while the container stays whole. */
final class TakenApart {

    /** A named part of a zipped workbook. */
    record Part(String name, byte[] content) {}

    /** What is done with whole parts. */
    enum Surgery {
        NONE,
        REMOVED,
        EMPTIED,
        RENAMED,
        EXCHANGED,
        STORED_UNDER_OTHER_CASE
    }

    private final List<Part> parts = new ArrayList<>();

    TakenApart(byte[] workbook) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.add(new Part(entry.getName(), in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param number which part, counted round and round */
    TakenApart change(int number, UnaryOperator<byte[]> change) {
        int at = number % parts.size();
        Part part = parts.get(at);
        parts.set(at, new Part(part.name(), change.apply(part.content())));
        return this;
    }

    TakenApart operate(Surgery surgery, int number) {
        int at = number % parts.size();
        Part part = parts.get(at);
        switch (surgery) {
            case NONE -> {}
            case REMOVED -> parts.remove(at);
            case EMPTIED -> parts.set(at, new Part(part.name(), new byte[0]));
            case RENAMED -> parts.set(at, new Part(part.name() + "x", part.content()));
            case EXCHANGED -> {
                Part other = parts.get((at + 1) % parts.size());
                parts.set(at, new Part(part.name(), other.content()));
            }
            case STORED_UNDER_OTHER_CASE -> {
                parts.add(new Part(part.name().toUpperCase(Locale.ROOT), part.content()));
                Collections.swap(parts, at, parts.size() - 1);
            }
        }
        return this;
    }

    byte[] together() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Part part : parts) {
                out.putNextEntry(new ZipEntry(part.name()));
                out.write(part.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Changes the stream of records in a workbook of Excel 97–2003. */
    static byte[] changeRecords(byte[] workbook, UnaryOperator<byte[]> change) {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(workbook));
                POIFSFileSystem changed = new POIFSFileSystem()) {
            byte[] records = container.createDocumentInputStream("Workbook").readAllBytes();
            changed.createDocument(new ByteArrayInputStream(change.apply(records)), "Workbook");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            changed.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
