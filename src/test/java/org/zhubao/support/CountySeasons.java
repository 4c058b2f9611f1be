package org.zhubao.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.SubmittingRosters;

/**
 * Makes counties, each for one test alone, so that tests sharing a database do not see each other. They lie in Panzhihua,
 * whose notices for 2021 and 2025 hold there, behind its real counties. A database has room for 69, whichever tests share
 * it in whatever order.
 */
@TestComponent
public class CountySeasons {

    private static final String REGION = "5104";
    private static final int FIRST = 31;
    private static final Map<String, AtomicInteger> NEXT = new ConcurrentHashMap<>();
    private static final int LAST = 99;

    private final CountySeason.Office office;
    private final Divisions divisions;

    CountySeasons(
            SubmittingRosters submitting,
            HandingInRosters handingIn,
            RosterDesk desk,
            DeterminingSubsidies determining,
            Divisions divisions,
            SettableClock clock,
            DatabaseBehindTheWalls database) {
        this.office = new CountySeason.Office(submitting, handingIn, desk, determining, clock, database.sql());
        this.divisions = divisions;
    }

    /** @param benefitYear 2021 or 2025 */
    public CountySeason fresh(int benefitYear) {
        String database = office.owner()
                .sql("select current_database()")
                .query(String.class)
                .single();
        int number =
                NEXT.computeIfAbsent(database, name -> new AtomicInteger(FIRST)).getAndIncrement();
        if (number > LAST) {
            throw new IllegalStateException(
                    "no codes are left: let the tests of a class share a county, or give them a database of their own");
        }
        String code = REGION + number;
        division(code, "试验县" + code);
        division(code + "001", CountySeason.EAST);
        division(code + "002", CountySeason.WEST);
        return at(divisions.find(code).orElseThrow(), benefitYear);
    }

    public CountySeason at(Division county, int benefitYear) {
        return new CountySeason(county, benefitYear, office);
    }

    private void division(String code, String name) {
        office.owner()
                .sql("insert into division (code, name, region) values (?, ?, ?)")
                .params(code, name, REGION)
                .update();
    }
}
