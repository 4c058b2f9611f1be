package org.zhubao.determination;

/**
 * Tells two runs apart: 128 bits, which are the hashes of every person with their outcome, taken together so that their
 * order does not matter and one of them can be taken out again.
 *
 * @param high the first 64 bits
 * @param low the rest
 */
record RunDigest(long high, long low) {

    static final RunDigest OF_NOBODY = new RunDigest(0, 0);

    /** Takes hashes in, or out when they are in already. */
    RunDigest with(RunDigest others) {
        return new RunDigest(high ^ others.high, low ^ others.low);
    }

    static RunDigest parse(String hex) {
        return new RunDigest(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }

    /** 32 digits in hexadecimal. */
    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
