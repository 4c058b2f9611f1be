package org.zhubao.levy;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.roster.RosterKind;

/**
 * Takes in which marks the tax bureau did not take: the workbook of the newest push with its last column filled in. Rows
 * without a reason were taken; people whom that push did not name say nothing.
 */
@Service
class ReceivingRefusals extends LevyReception {

    private static final String CHANGE_OF =
            """
            newest as (
                select id from mark_push where county = :county and benefit_year = :year
                order by number desc limit 1
            ),
            change_of as (
                select r.*, l.push_id, l.sequence, r.attributes ->> 'refused-because' as wording,
                    case when x.push_id is null then 'ADDED' else 'UNCHANGED' end as change
                from roster_row r
                join newest n on true
                join mark_line l on l.push_id = n.id and l.person_key = r.person_key and l.change <> 'CANCELLED'
                left join mark_refusal x on x.push_id = l.push_id and x.sequence = l.sequence and x.known_to is null
                where r.benefit_year = :year and r.county = :county and r.batch_id = :roster
                    and r.person_key is not null and r.attributes ->> 'refused-because' <> ''
            )
            """;

    private final LevyLists lists;

    ReceivingRefusals(LevyLists lists) {
        super(RosterKind.MARK_REFUSALS, CHANGE_OF, lists);
        this.lists = lists;
    }

    @Override
    @Transactional
    public void receive(UUID rosterId, Instant knownFrom) {
        lists.carryOut(
                rosterId,
                knownFrom,
                "with " + CHANGE_OF
                        + """
                        insert into mark_refusal (push_id, sequence, county, reason, known_from, batch_id)
                        select push_id, sequence, :county, wording, :now, :roster from change_of where change = 'ADDED'
                        """);
    }

    @Override
    @Transactional
    public void takeBack(UUID rosterId, Instant at) {
        lists.carryOut(
                rosterId, at, "update mark_refusal set known_to = :now where batch_id = :roster and known_to is null");
    }
}
