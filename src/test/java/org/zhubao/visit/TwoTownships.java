package org.zhubao.visit;

import java.util.List;
import org.zhubao.support.CountySeason;

/** Two people in the east, one in the west, each township with a list to check. */
final class TwoTownships {

    private TwoTownships() {}

    static void asked(CountySeason season, AskingTownships asking) {
        season.accepted(season.person(), season.person(), season.person().in(CountySeason.WEST));
        season.clerkDoes(() -> asking.ask(
                season.place(), Purpose.IDENTITY, List.of(season.code() + "001", season.code() + "002"), "clerk"));
    }
}
