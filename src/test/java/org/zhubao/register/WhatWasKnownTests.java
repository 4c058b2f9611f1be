package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Nothing is overwritten: what the office knew on any day can be told ever after, with the row it stood in. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class WhatWasKnownTests {

    private static final Department FEDERATION = Department.DISABLED_FEDERATION;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private People people;

    @Autowired
    private SettableClock clock;

    private @Nullable Instant usual;

    @AfterEach
    void backToTheUsualDay() {
        if (usual != null) {
            clock.set(usual);
        }
    }

    @Test
    void everyVersionOfAClaimStaysWithTheTimeItWasKnownAndItsSourceRow() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person().as("一般残疾人").disabled("肢体", "三级");
        Listed other = season.person().as("一般残疾人").disabled("听力", "四级");
        UUID august = on("2020-08-20", () -> season.accepted(FEDERATION, RosterKind.FULL, person, other));
        UUID september = on(
                "2020-09-20", () -> season.accepted(FEDERATION, RosterKind.FULL, other, person.disabled("肢体", "四级")));
        on("2020-10-20", () -> season.accepted(FEDERATION, RosterKind.REMOVALS, person));

        List<Claim> claims = claims(season, person);

        assertThat(known(claims, "2020-08-19")).isEmpty();
        assertThat(known(claims, "2020-08-20")).singleElement().satisfies(claim -> {
            assertThat(claim.attributes()).containsEntry("grade", "3");
            assertThat(claim.rosterId()).isEqualTo(august);
            assertThat(claim.rowNumber()).isEqualTo(2);
            assertThat(claim.fileName()).isEqualTo("disabled.xlsx");
        });
        assertThat(known(claims, "2020-09-19")).isEqualTo(known(claims, "2020-08-20"));
        assertThat(known(claims, "2020-09-20")).singleElement().satisfies(claim -> {
            assertThat(claim.attributes()).containsEntry("grade", "4");
            assertThat(claim.rosterId()).isEqualTo(september);
            assertThat(claim.rowNumber()).isEqualTo(3);
        });
        assertThat(known(claims, "2020-10-20")).isEmpty();
    }

    @Test
    void whoComesBackIsTheSamePersonWithANewClaim() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        on("2020-08-20", () -> season.accepted(person));
        Person before = found(season, person);
        on("2020-09-20", () -> season.accepted(season.person()));
        on("2020-10-20", () -> season.accepted(person));

        assertThat(found(season, person)).isEqualTo(before);
        List<Claim> claims = claims(season, person);
        assertThat(claims).hasSize(2);
        assertThat(known(claims, "2020-09-25")).isEmpty();
        assertThat(known(claims, "2020-10-20")).containsExactly(claims.get(0));
    }

    private List<Claim> claims(CountySeason season, Listed person) {
        Person found = found(season, person);
        return season.clerk(() -> people.claims(found, season.year()));
    }

    private Person found(CountySeason season, Listed person) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), person.number(), 2)
                .get(0));
    }

    private static List<Claim> known(List<Claim> claims, String day) {
        Instant noon = noon(day);
        return claims.stream().filter(claim -> claim.isKnownAt(noon)).toList();
    }

    private <T> T on(String day, Supplier<T> work) {
        usual = usual == null ? clock.instant() : usual;
        clock.set(LocalDate.parse(day));
        return work.get();
    }

    /** Offices work at ten. */
    private static Instant noon(String day) {
        return Instant.parse(day + "T04:00:00Z");
    }
}
