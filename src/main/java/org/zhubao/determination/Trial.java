package org.zhubao.determination;

import java.util.List;

/**
 * What a policy would do to a county's people, beside the one in force. Nothing of it is stored.
 *
 * @param persons all people with an identity or fact that a department certifies
 * @param all their cost
 * @param byShift what would become of them; every shift that somebody makes
 * @param byIdentity by the identity paid, or paid before; those of whom nothing changes left out
 * @param byFund by fund; persons are those whose share changes
 * @param byTownship by township; persons are those of whom something changes
 */
public record Trial(
        int persons, Cost all, List<Row> byShift, List<Row> byIdentity, List<Row> byFund, List<Row> byTownship) {

    /** Subsidies of a year in fen. */
    public record Cost(long beforeFen, long afterFen) {

        static final Cost NONE = new Cost(0, 0);

        Cost plus(long beforeMore, long afterMore) {
            return new Cost(beforeFen + beforeMore, afterFen + afterMore);
        }

        public long differenceFen() {
            return afterFen - beforeFen;
        }
    }

    /** @param key code of a shift, identity, fund or township; empty for none */
    public record Row(String key, int persons, Cost cost) {}
}
