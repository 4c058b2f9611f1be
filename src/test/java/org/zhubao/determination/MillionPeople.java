package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.Listed;

/** Fills a county with as many people as wanted, seven claims for every five of them, by statements over sets. */
final class MillionPeople {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红建文利清飞彬富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪";

    private MillionPeople() {}

    /** The clock stands at {@code known} all the time. */
    static void fill(CountySeason season, int people, Instant known) {
        Listed template = season.person();
        season.accepted(template);
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                template.as("一般残疾人").disabled("肢体", "三级"));
        Map<String, Object> parameters = Map.of(
                "people",
                people,
                "county",
                season.code(),
                "year",
                season.year(),
                "known",
                Timestamp.from(known),
                "surnames",
                SURNAMES,
                "given",
                GIVEN);
        season.owner()
                .sql(
                        """
                        insert into person (region, id, person_key, number_cipher, number_tail, name, comparable_name,
                            birth_date, male, county, township, village, known_from)
                        select p.region, uuidv7(), gen_random_uuid(), p.number_cipher, lpad((i * 7 % 10000)::text, 4, '0'),
                            n.name, n.name, date '1940-01-01' + ((i::bigint * 7919 % 29000)::integer), i % 2 = 0, p.county,
                            p.county || '00' || (1 + i % 2), '东山村', :known
                        from (select * from person where county = :county limit 1) p, generate_series(2, :people) i,
                            lateral (select substr(:surnames, 1 + i % 40, 1) || substr(:given, 1 + i / 40 % 58, 1)
                                || substr(:given, 1 + i / 2320 % 58, 1) as name) n
                        """)
                .params(parameters)
                .update();
        season.owner().sql("analyze person, identity_claim").update();
        season.owner()
                .sql(
                        """
                        insert into identity_claim (id, region, county, benefit_year, person_id, department, identity,
                            attributes, household, recognised_on, known_from, batch_id, row_number, township)
                        select uuidv7(), n.region, n.county, :year, n.id, t.department,
                            case when t.department = 'disabled' then t.identity
                                when n.i % 3 = 0 then 'destitute-support' else t.identity end,
                            t.attributes, t.household, date '2015-01-01' + (n.i * 31 % 2000)::integer, :known, t.batch_id,
                            n.i, n.township
                        from (select id, region, county, township, (row_number() over (order by id))::integer as i
                            from person where county = :county) n
                        join identity_claim t on t.county = :county and t.benefit_year = :year
                            and (t.department = 'civil-affairs' or n.i % 5 < 2)
                        where n.i > 1
                        """)
                .params(parameters)
                .update();
        season.owner().sql("vacuum analyze person, identity_claim").update();
    }

    /** One in a hundred loses the allowance and is told to be destitute instead. */
    static void change(CountySeason season, Instant known) {
        season.owner()
                .sql(
                        """
                        with ended as (
                            update identity_claim set known_to = :known
                            where county = :county and benefit_year = :year and department = 'civil-affairs'
                                and row_number % 100 = 7 and known_to is null
                            returning *)
                        insert into identity_claim (id, region, county, benefit_year, person_id, department, identity,
                            attributes, household, recognised_on, known_from, batch_id, row_number, township)
                        select uuidv7(), region, county, benefit_year, person_id, department, 'child-in-difficulty',
                            attributes, household, recognised_on, :known, batch_id, row_number, township from ended
                        """)
                .param("county", season.code())
                .param("year", season.year())
                .param("known", Timestamp.from(known))
                .update();
    }
}
