package org.zhubao.support;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Divisions;
import org.zhubao.settlement.MovingSheets;
import org.zhubao.settlement.PublicNotices;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.SmallSeason.Someone;

/** Sheets of a county's fund for civil affairs, each standing where a call finds it. */
@TestComponent
public class SheetsOnTheirWay {

    private static final int YEAR = 2021;
    /** In place of the last part of an address: a notice that is up. */
    static final String NOTICE = "notices";

    /** The same for the person of a case that the notice leaves open. */
    static final String CASE = "cases";

    private static final String FUND = "civil-affairs";

    private final SmallSeason season;
    private final SettlingAccounts settling;
    private final MovingSheets moving;
    private final PublicNotices notices;
    private final Divisions divisions;

    SheetsOnTheirWay(
            SmallSeason season,
            SettlingAccounts settling,
            MovingSheets moving,
            PublicNotices notices,
            Divisions divisions) {
        this.season = season;
        this.settling = settling;
        this.moving = moving;
        this.notices = notices;
        this.divisions = divisions;
    }

    /**
     * @param digit that makes the numbers of the people on them the county's own
     * @return by the last part of the address: {@code approval}, {@code payment} …
     */
    public Map<String, UUID> in(String county, int digit) {
        UUID disputed = frozen(county, someone(digit, 1));
        UUID answered = frozen(county, someone(digit, 2), someone(digit, 3));
        UUID confirmed = frozen(county, someone(digit, 4));
        UUID approved = frozen(county, someone(digit, 5));
        SignedIn.doing(Role.CLERK, county, () -> {
            moving.dispute(disputed, 1, "not ours", "officer");
            moving.dispute(answered, 1, "not ours", "officer");
            moving.answer(answered, 1, false, "right", "clerk");
            moving.confirm(confirmed, "officer");
            moving.confirm(approved, "officer");
            moving.approve(approved, "reviewer");
            return true;
        });
        Someone uncertified = someone(digit, 6);
        frozen(county, uncertified);
        season.takenBack(county, uncertified);
        UUID notice = SignedIn.doing(
                Role.CLERK,
                county,
                () -> notices.publish(divisions.find(county).orElseThrow(), YEAR, LocalDate.of(2025, 1, 20), "clerk"));
        return Map.of(
                "answer",
                disputed,
                "replacement",
                answered,
                "approval",
                confirmed,
                "payment",
                approved,
                CASE,
                season.person(county, uncertified).id(),
                NOTICE,
                notice);
    }

    private UUID frozen(String county, Someone... people) {
        season.goOn(county, people);
        return SignedIn.doing(
                Role.CLERK, county, () -> settling.freeze(divisions.find(county).orElseThrow(), YEAR, FUND, "clerk"));
    }

    private static Someone someone(int digit, int number) {
        return Someone.of("表" + (char) ('甲' + number), digit + "1" + number, 0);
    }
}
