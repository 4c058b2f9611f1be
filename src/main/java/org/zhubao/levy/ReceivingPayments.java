package org.zhubao.levy;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.FreshStatistics;

/**
 * Takes in the tax bureau's payments. A later list may repeat an earlier one's: as many equal payments of a person as are
 * known already count as known, every further one is new.
 */
@Service
class ReceivingPayments extends LevyReception {

    private static final String CHANGE_OF =
            """
            staged as (
                select *, coalesce(attributes ->> 'paid-as', '') as wording,
                    (attributes ->> 'subsidised-fen')::bigint as subsidised_fen,
                    (attributes ->> 'own-fen')::bigint as own_fen,
                    (attributes ->> 'total-fen')::bigint as total_fen,
                    (attributes ->> 'paid-on')::date as paid_on,
                    coalesce(attributes ->> 'payment-batch', '') as payment_batch
                from roster_row
                where benefit_year = :year and county = :county and batch_id = :roster and enters_register
            ),
            counted as (
                select *, row_number() over (
                    partition by person_key, subsidised_fen, own_fen, paid_on, payment_batch order by row_number) as nth
                from staged
            ),
            known as (
                select person_key, subsidised_fen, own_fen, paid_on, payment_batch, count(*) as times
                from payment_record
                where region = :region and benefit_year = :year and county = :county and known_to is null
                group by person_key, subsidised_fen, own_fen, paid_on, payment_batch
            ),
            change_of as (
                select c.*, case when c.nth <= k.times then 'UNCHANGED' else 'ADDED' end as change
                from counted c
                left join known k using (person_key, subsidised_fen, own_fen, paid_on, payment_batch)
            )
            """;

    private final LevyLists lists;
    private final PaidLikeEverybody everybody;
    private final JdbcClient jdbc;

    ReceivingPayments(LevyLists lists, PaidLikeEverybody everybody, JdbcClient jdbc) {
        super(RosterKind.PAYMENTS, CHANGE_OF, lists);
        this.lists = lists;
        this.everybody = everybody;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void receive(UUID rosterId, Instant knownFrom) {
        int added = lists.carryOut(
                rosterId,
                knownFrom,
                "with " + CHANGE_OF
                        + """
                        insert into payment_record (region, county, benefit_year, person_key, number_cipher, number_tail,
                            name, township, township_name, paid_as, tier, subsidised_fen, own_fen, total_fen, paid_on,
                            payment_batch, enrolled_at, known_from, batch_id, row_number)
                        select :region, :county, :year, person_key, number_cipher, number_tail, name, township,
                            township_name, wording, coalesce(attributes ->> 'tier', ''), subsidised_fen,
                            own_fen, total_fen, paid_on, payment_batch, coalesce(attributes ->> 'enrolled-at', ''),
                            :now, :roster, row_number
                        from change_of where change = 'ADDED'
                        """);
        FreshStatistics.of("payment_record", added, jdbc);
        everybody.receive(rosterId, knownFrom);
    }

    @Override
    @Transactional
    public void takeBack(UUID rosterId, Instant at) {
        lists.carryOut(
                rosterId,
                at,
                """
                update payment_record set known_to = :now, ended_by_batch = :roster
                where region = :region and benefit_year = :year and county = :county and batch_id = :roster
                    and known_to is null
                """);
        everybody.takeBack(rosterId, at);
    }
}
