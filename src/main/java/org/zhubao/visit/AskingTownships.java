package org.zhubao.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/** Makes lists for townships and recalls them. */
@Service
@Transactional
public class AskingTownships {

    /** Everybody with an open claim; whom another county listed first lives where this county's lists say. */
    private static final String LISTED =
            """
            select id, min(place) as township, min(village) as village, min(name) as name,
                string_agg(distinct identity, '+' order by identity) as identities
            from (
                select p.id, case when p.county = :county then p.township
                        else listed_township(p.region, p.id, :county) end as place,
                    case when p.county = :county then p.village else '' end as village, p.comparable_name as name,
                    c.identity
                from identity_claim c join person p on p.region = c.region and p.id = c.person_id
                where c.region = :region and c.county = :county and c.benefit_year = :year and c.known_to is null
            ) claimed
            where place = any (:townships)
            group by id
            """;

    /** Those of them of whom the newest reconciliation says so. */
    private static final String NOT_ENROLLED = """
            select l.* from (
            """ + LISTED
            + """
            ) l
            join reconciliation_line r on r.person_id = l.id and r.cause = 'NOT_ENROLLED'
                and r.reconciliation_id = (select n.id from reconciliation n
                    where n.county = :county and n.benefit_year = :year order by n.reconciled_at desc, n.id limit 1)
            """;

    private final VisitDesk desk;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskingTownships(VisitDesk desk, ApplicationEventPublisher events, AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.events = events;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a list for each of the townships that has anybody to ask about.
     *
     * @param townships codes
     * @return how many lists were made
     * @throws Refusal when nobody is to be asked about, or nobody has compared the payments yet
     */
    public int ask(Workplace workplace, Purpose purpose, List<String> townships, String by) {
        Map<String, Object> parameters = parameters(workplace, purpose, townships, by);
        jdbc.sql("select pg_advisory_xact_lock(hashtext('visits' || :county || :year))")
                .params(parameters)
                .query(row -> {});
        jdbc.sql("create temporary table to_visit on commit drop as "
                        + (purpose == Purpose.IDENTITY ? LISTED : NOT_ENROLLED))
                .params(parameters)
                .update();
        int lists = jdbc.sql(
                        """
                        insert into visit_list (region, county, benefit_year, id, number, purpose, township, people, made_by,
                            made_at)
                        select :region, :county, :year, uuidv7(),
                            row_number() over (order by township) + coalesce((select max(number) from visit_list
                                where county = :county and benefit_year = :year), 0),
                            :purpose, township, count(*), :by, :now
                        from to_visit group by township
                        """)
                .params(parameters)
                .update();
        if (lists == 0) {
            throw new Refusal("visits.nobody");
        }
        jdbc.sql(
                        """
                        insert into visit_line (region, county, benefit_year, list_id, line, township, person_id, village,
                            identities)
                        select :region, :county, :year, l.id,
                            row_number() over (partition by l.id order by v.village, v.name, v.id), v.township, v.id,
                            v.village, v.identities
                        from to_visit v
                        join visit_list l on l.county = :county and l.benefit_year = :year and l.township = v.township
                            and l.made_at = :now and l.purpose = :purpose
                            and not exists (select from visit_line x where x.list_id = l.id)
                        """)
                .params(parameters)
                .update();
        jdbc.sql("drop table to_visit").update();
        trail.record(AuditEvent.of(Action.VISITS_ASKED, workplace.county().code(), "visits " + purpose.code())
                .by(by)
                .with("lists", lists));
        return lists;
    }

    private Map<String, Object> parameters(Workplace workplace, Purpose purpose, List<String> townships, String by) {
        String county = workplace.county().code();
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "region", workplace.county().region(),
                "county", county,
                "year", workplace.benefitYear(),
                "townships", townships.toArray(String[]::new),
                "purpose", purpose.name(),
                "by", by,
                "now", Timestamp.from(clock.instant())));
        if (purpose == Purpose.NOT_ENROLLED) {
            requireReconciliation(county, workplace.benefitYear());
        }
        return parameters;
    }

    /** Before the payments are compared everybody would be "not enrolled". */
    private void requireReconciliation(String county, int benefitYear) {
        boolean any = jdbc.sql("select exists (select from reconciliation where county = ? and benefit_year = ?)")
                .params(county, benefitYear)
                .query(Boolean.class)
                .single();
        if (!any) {
            throw new Refusal("visits.no-reconciliation");
        }
    }

    /** From now on nothing is entered any more, and what was found is a matter for the review. */
    public void recall(Workplace workplace, UUID list, String by) {
        desk.find(workplace, list).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        int recalled = jdbc.sql("update visit_list set recalled_by = ?, recalled_at = ?"
                        + " where id = ? and county = ? and benefit_year = ? and recalled_at is null")
                .params(by, Timestamp.from(now), list, workplace.county().code(), workplace.benefitYear())
                .update();
        if (recalled == 0) {
            throw Refusal.overtaken("visits.not-open");
        }
        events.publishEvent(new VisitsRecalled(workplace));
        trail.record(AuditEvent.of(Action.VISITS_RECALLED, workplace.county().code(), "visits " + list)
                .by(by)
                .changing("status", "open", "recalled"));
    }
}
