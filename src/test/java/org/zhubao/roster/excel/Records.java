package org.zhubao.roster.excel;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.poi.util.LittleEndian;

/**
 * A change among the records of an old workbook. Each record is two bytes of kind, two of length, and its data.
 *
 * @param place which record, counted round and round
 * @param value the new kind or length
 */
record Records(Kind kind, int place, int value, List<Damage> damages) {

    /** What is done with the record. */
    enum Kind {
        DROPPED,
        DOUBLED,
        SWAPPED_WITH_NEXT,
        OTHER_KIND,
        OTHER_LENGTH,
        DAMAGED
    }

    private static final int HEADER = 4;
    /** What a sheet is made of: begin and end, cells, formulas, strings, rows, continuations. */
    private static final int[] KINDS = {
        0x809, 0x0A, 0xFC, 0x3C, 0xFD, 0x203, 0x204, 0x205, 0x06, 0x207, 0x208, 0xBD, 0xBE, 0x85, 0x2F, 0x22, 0x4BC
    };

    static Arbitrary<Records> any() {
        Arbitrary<Integer> values = Arbitraries.oneOf(
                Arbitraries.integers().between(0, KINDS.length - 1).map(i -> KINDS[i]),
                Arbitraries.integers().between(0, 0xFFFF));
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        values,
                        Damage.any().list().ofMinSize(1).ofMaxSize(2))
                .as(Records::new);
    }

    static byte[] all(List<Records> changes, byte[] stream) {
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at + HEADER <= stream.length; ) {
            int end = Math.min(stream.length, at + HEADER + LittleEndian.getUShort(stream, at + 2));
            records.add(Arrays.copyOfRange(stream, at, end));
            at = end;
        }
        changes.forEach(change -> change.on(records));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        records.forEach(changed::writeBytes);
        return changed.toByteArray();
    }

    private void on(List<byte[]> records) {
        int at = place % records.size();
        byte[] record = records.get(at).clone();
        switch (kind) {
            case DROPPED -> records.remove(at);
            case DOUBLED -> records.add(at, record);
            case SWAPPED_WITH_NEXT -> Collections.swap(records, at, (at + 1) % records.size());
            case OTHER_KIND -> records.set(at, with(record, 0));
            case OTHER_LENGTH -> records.set(at, with(record, 2));
            case DAMAGED -> records.set(at, Damage.all(damages, record));
        }
    }

    private byte[] with(byte[] record, int offset) {
        if (record.length >= HEADER) {
            LittleEndian.putUShort(record, offset, value);
        }
        return record;
    }
}
