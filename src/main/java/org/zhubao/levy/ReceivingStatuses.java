package org.zhubao.levy;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.roster.RosterKind;

/** Takes in how people are insured. The newest list's word about a person replaces what an earlier one said. */
@Service
class ReceivingStatuses extends LevyReception {

    private static final String CHANGE_OF =
            """
            staged as (
                select *, coalesce(attributes ->> 'insurance', '') as insurance, attributes ->> 'state' as state,
                    coalesce(attributes ->> 'enrolled-at', '') as enrolled_at
                from roster_row
                where benefit_year = :year and county = :county and batch_id = :roster and enters_register
            ),
            change_of as (
                select s.*, k.id as known_id, s.state as wording,
                    case
                        when k.id is null then 'ADDED'
                        when (k.insurance, k.state, k.enrolled_at) = (s.insurance, s.state, s.enrolled_at) then 'UNCHANGED'
                        else 'CHANGED'
                    end as change
                from staged s
                left join enrolment_status k on k.region = :region and k.benefit_year = :year and k.county = :county
                    and k.person_key = s.person_key and k.known_to is null
            )
            """;

    private static final String COLUMNS =
            """
            region, county, benefit_year, person_key, number_cipher, number_tail, name, township_name, insurance,
            enrolled_at, state, known_from, batch_id, row_number""";

    private final LevyLists lists;

    ReceivingStatuses(LevyLists lists) {
        super(RosterKind.ENROLMENT_STATUS, CHANGE_OF, lists);
        this.lists = lists;
    }

    /** What is replaced ends first; its rows then say which of the list's are news. */
    @Override
    @Transactional
    public void receive(UUID rosterId, Instant knownFrom) {
        lists.carryOut(
                rosterId,
                knownFrom,
                "with " + CHANGE_OF
                        + """
                        update enrolment_status k set known_to = :now, ended_by_batch = :roster
                        from change_of c
                        where c.change = 'CHANGED' and k.benefit_year = :year and k.region = :region and k.id = c.known_id
                        """);
        lists.carryOut(
                rosterId,
                knownFrom,
                "with " + CHANGE_OF + "insert into enrolment_status (" + COLUMNS
                        + """
                        )
                        select :region, :county, :year, person_key, number_cipher, number_tail, name, township_name,
                            insurance, enrolled_at, state, :now, :roster, row_number
                        from change_of where change = 'ADDED'
                        """);
    }

    @Override
    @Transactional
    public void takeBack(UUID rosterId, Instant at) {
        lists.carryOut(
                rosterId,
                at,
                """
                update enrolment_status set known_to = :now, ended_by_batch = :roster
                where region = :region and benefit_year = :year and batch_id = :roster and known_to is null
                """);
        lists.carryOut(
                rosterId,
                at,
                "insert into enrolment_status (" + COLUMNS
                        + """
                        )
                        select region, county, benefit_year, person_key, number_cipher, number_tail, name, township_name,
                            insurance, enrolled_at, state, :now, batch_id, row_number
                        from enrolment_status
                        where region = :region and benefit_year = :year and ended_by_batch = :roster
                            and batch_id <> :roster
                        """);
    }
}
