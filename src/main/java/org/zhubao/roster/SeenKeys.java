package org.zhubao.roster;

import java.util.Arrays;
import java.util.UUID;

/**
 * Which keys came before, in eight bytes for each. Only half of a key is looked at: of many millions one may be taken for
 * another, so a key that seems to have come before has to be looked up, and one that does not is new for certain.
 */
final class SeenKeys {

    private static final int FIRST_SIZE = 1 << 10;

    private long[] slots = new long[FIRST_SIZE];
    private int size;

    /** @return whether it is new */
    boolean add(UUID key) {
        if (2 * size >= slots.length) {
            long[] earlier = slots;
            slots = new long[2 * earlier.length];
            Arrays.stream(earlier).filter(half -> half != 0).forEach(this::put);
        }
        // Keys are hashes; 0 stands for an empty slot
        boolean isNew = put(key.getLeastSignificantBits() | 1);
        size += isNew ? 1 : 0;
        return isNew;
    }

    private boolean put(long half) {
        int slot = (int) (half >>> 1) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != half) {
            slot = slot + 1 & slots.length - 1;
        }
        boolean isNew = slots[slot] == 0;
        slots[slot] = half;
        return isNew;
    }
}
