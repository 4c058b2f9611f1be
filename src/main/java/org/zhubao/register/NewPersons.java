package org.zhubao.register;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registers whom a list names and the region does not know yet. */
@Repository
class NewPersons {

    private final JdbcClient jdbc;

    NewPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes them from the transaction's temporary table {@code roster_change}. Ids that grow with time come to lie at the
     * end of every index, not all over it.
     *
     * @param parameters region, county and now
     */
    void add(Map<String, Object> parameters) {
        jdbc.sql(
                        """
                        insert into person (region, id, person_key, number_cipher, number_tail, name, comparable_name,
                            birth_date, male, county, township, village, known_from)
                        select distinct on (person_key) :region, uuidv7(), person_key, number_cipher,
                            number_tail, name, comparable_name, birth_date, male, :county, township_code, village, :now
                        from roster_change
                        where change = 'ADDED'
                        order by person_key, row_number
                        on conflict (region, person_key) do nothing
                        """)
                .params(parameters)
                .update();
    }
}
