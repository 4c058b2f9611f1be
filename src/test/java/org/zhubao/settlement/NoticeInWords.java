package org.zhubao.settlement;

import java.time.LocalDate;
import java.util.List;

/** What two notices say of charging, in plain words: to hold the real ones against, with which they share no code. */
enum NoticeInWords {

    /** For 2025 to 2027: less never follows once the cover has begun; more follows for the disabled only. */
    PANZHIHUA(SettledSeason.MEDICAL, SettledSeason.FEDERATION) {
        @Override
        Follows more(Said now) {
            return now.disabled() ? Follows.YES : Follows.OPEN;
        }

        @Override
        Follows lessAfterCover() {
            return Follows.NO;
        }

        @Override
        boolean advances(String fund, LocalDate day, int benefitYear) {
            return false;
        }
    },

    /** Silent about what follows; the province pays 70 per cent by the end of March, the county in its place. */
    OWN("province", "county") {
        @Override
        Follows more(Said now) {
            return Follows.OPEN;
        }

        @Override
        Follows lessAfterCover() {
            return Follows.OPEN;
        }

        @Override
        boolean advances(String fund, LocalDate day, int benefitYear) {
            return fund.equals("province") && !day.isAfter(LocalDate.of(benefitYear, 3, 31));
        }
    };

    private static final int ADVANCE_PERCENT = 70;
    private static final long PREMIUM_FEN = 40_000;

    private final List<String> funds;

    NoticeInWords(String first, String second) {
        this.funds = List.of(first, second);
    }

    /** Whether a difference goes on the next sheet. */
    enum Follows {
        YES,
        NO,
        /** The notice does not say: persons decide. */
        OPEN
    }

    List<String> funds() {
        return funds;
    }

    /** Whether the notice is published for the year after. */
    boolean holdsNextYear() {
        return this == OWN;
    }

    /** In whose place a fund is paid at first; empty where nobody's. */
    String creditor(String fund) {
        return this == OWN && fund.equals("province") ? "county" : "";
    }

    /** Of somebody for whom another subsidy holds now than the one they were charged by. */
    Follows after(Said before, Said now, boolean coverBegun) {
        int more = Long.compare(now.subsidyFen(), before.subsidyFen());
        if (more == 0) {
            return Follows.YES;
        }
        if (more > 0) {
            return more(now);
        }
        return coverBegun ? lessAfterCover() : Follows.YES;
    }

    /** Whether it says that nothing is taken back from whoever paid as they were marked. */
    boolean keepsWhatWasPaid() {
        return this == PANZHIHUA;
    }

    /** What every amount is in a tier, in per cent of the usual one; a tier that there is not makes no difference. */
    long percentInTier(String tier) {
        return this == OWN && tier.equals("2") ? 150 : 100;
    }

    long premiumFen(String tier) {
        return PREMIUM_FEN * percentInTier(tier) / 100;
    }

    /** The most that funds may bear for somebody. */
    long highestPremiumFen() {
        return premiumFen("2");
    }

    /** What of a share is charged on that day. */
    long dueFen(String fund, long shareFen, LocalDate day, int benefitYear) {
        return advances(fund, day, benefitYear) ? shareFen * ADVANCE_PERCENT / 100 : shareFen;
    }

    abstract boolean advances(String fund, LocalDate day, int benefitYear);

    abstract Follows more(Said now);

    abstract Follows lessAfterCover();
}
