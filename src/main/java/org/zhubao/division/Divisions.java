package org.zhubao.division;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The divisions the product serves. They change with a migration or by an administrator, never by a roster. */
@Repository
public class Divisions {

    private final JdbcClient jdbc;

    Divisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Division> find(String code) {
        return query("where code = ?", code).stream().findFirst();
    }

    /** The counties a scope covers, in the order of their codes. */
    public List<Division> counties(Scope scope) {
        return query("where length(code) = 6 and code like ? order by code", scope.likePattern());
    }

    /** The cities and counties a scope covers, in the order of their codes: each city before its counties. */
    public List<Division> regionsAndCounties(Scope scope) {
        return query("where length(code) <= 6 and code like ? order by code", scope.likePattern());
    }

    /** The townships of a county, in the order of their codes. */
    public List<Division> townships(String county) {
        return query("where length(code) = 9 and code like ? order by code", county + "%");
    }

    private List<Division> query(String condition, String argument) {
        return jdbc.sql("select code, name, region, enrolment_target from division " + condition)
                .param(argument)
                .query(new DataClassRowMapper<>(Division.class))
                .list();
    }
}
