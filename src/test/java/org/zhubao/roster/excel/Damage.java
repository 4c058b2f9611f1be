package org.zhubao.roster.excel;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that went wrong with a few bytes.
 *
 * @param place where, counted round and round
 * @param bytes what stands there now, or how many bytes are concerned
 */
record Damage(Kind kind, int place, List<Byte> bytes) {

    /** How. */
    enum Kind {
        OVERWRITTEN,
        INSERTED,
        REMOVED,
        REPEATED,
        CUT_OFF
    }

    private static final int MOST = 40;

    static Arbitrary<Damage> any() {
        Arbitrary<Integer> places = Arbitraries.oneOf(
                Arbitraries.integers().greaterOrEqual(0),
                Arbitraries.integers().between(-MOST, -1),
                Arbitraries.integers().between(0, MOST));
        // Cutting off leaves little to be damaged otherwise
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Kind.OVERWRITTEN),
                Tuple.of(3, Kind.INSERTED),
                Tuple.of(3, Kind.REMOVED),
                Tuple.of(3, Kind.REPEATED),
                Tuple.of(1, Kind.CUT_OFF));
        return Combinators.combine(
                        kinds, places, Arbitraries.bytes().list().ofMinSize(1).ofMaxSize(MOST))
                .as(Damage::new);
    }

    static byte[] all(List<Damage> damages, byte[] content) {
        byte[] damaged = content;
        for (Damage damage : damages) {
            damaged = damage.of(damaged);
        }
        return damaged;
    }

    private byte[] of(byte[] content) {
        if (content.length == 0) {
            return content;
        }
        int from = Math.floorMod(place, content.length);
        int to = Math.min(content.length, from + bytes.size());
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(content, 0, from);
        if (kind == Kind.OVERWRITTEN || kind == Kind.INSERTED) {
            bytes.forEach(damaged::write);
        }
        if (kind == Kind.INSERTED || kind == Kind.REPEATED) {
            damaged.write(content, from, to - from);
        }
        if (kind == Kind.REPEATED) {
            damaged.write(content, from, to - from);
        }
        if (kind != Kind.CUT_OFF) {
            damaged.write(content, to, content.length - to);
        }
        return damaged.toByteArray();
    }
}
