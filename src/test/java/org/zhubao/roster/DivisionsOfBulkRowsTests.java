package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** Persons and claims have no foreign keys to divisions; what these kept up is kept up all the same. */
@DatabaseTest
class DivisionsOfBulkRowsTests {

    @Autowired
    private CountySeasons counties;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                insert into person (region, id, person_key, number_cipher, number_tail, name, comparable_name,
                    birth_date, male, county, known_from)
                select region, gen_random_uuid(), gen_random_uuid(), number_cipher, number_tail, name, comparable_name,
                    birth_date, male, '999999', known_from
                from person where county = :county
                """,
                """
                update person set township = '999999001', known_from = known_from + interval '1 second'
                where county = :county
                """,
                "update identity_claim set township = '999999001' where county = :county",
                """
                insert into identity_claim (region, county, benefit_year, person_id, department, identity, known_from,
                    batch_id, row_number)
                select region, '999999', benefit_year, person_id, department, identity, known_from, batch_id, row_number
                from identity_claim where county = :county
                """,
                "delete from division where code = :county || '002'",
                "update division set code = '999999' where code = :county || '002'"
            })
    void nobodyLivesWhereThereIsNoDivision(String wrong) {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());

        assertThatThrownBy(() ->
                        season.owner().sql(wrong).param("county", season.code()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageMatching("(?s).*(names no division|divisions are not deleted).*");
    }
}
