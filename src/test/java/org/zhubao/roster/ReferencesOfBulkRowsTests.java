package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** What comes in bulk has no foreign keys; what these kept up is kept up all the same. */
@DatabaseTest
class ReferencesOfBulkRowsTests {

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
                """
                insert into identity_claim (region, county, benefit_year, person_id, department, identity, known_from,
                    batch_id, row_number)
                select region, county, benefit_year, gen_random_uuid(), department, identity, known_from, batch_id, row_number
                from identity_claim where county = :county
                """,
                """
                insert into identity_claim (region, county, benefit_year, person_id, department, identity, known_from,
                    batch_id, row_number)
                select region, county, benefit_year, person_id, department, 'orphan', known_from, gen_random_uuid(), row_number
                from identity_claim where county = :county
                """,
                """
                update identity_claim set known_to = known_from, ended_by_batch = gen_random_uuid()
                where county = :county
                """,
                """
                insert into roster_row_arriving (county, benefit_year, batch_id, row_number, name, comparable_name,
                    acceptable, enters_register)
                select county, benefit_year, batch_id, row_number + 1, name, comparable_name, acceptable, enters_register
                from roster_row where county = :county
                """,
                "update person set id = gen_random_uuid() where county = :county",
                "update roster_batch set id = gen_random_uuid() where county = :county",
                "delete from division where code = :county || '002'",
                "update division set code = '999999' where code = :county || '002'"
            })
    void nothingRefersToWhatIsNotThere(String wrong) {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());

        assertThatThrownBy(() ->
                        season.owner().sql(wrong).param("county", season.code()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageMatching(
                        "(?s).*(names no|ended by no|are not deleted|only while their list is being read).*");
    }
}
