package org.zhubao.settlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.support.CountySeason;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A county in which somebody is of every kind, each determined once: what random seasons are drawn from. People and kinds
 * have the same order in every such county, so that a seed draws the same season again.
 *
 * @param held of which kind everybody is before the season
 */
record EveryKind(CountySeason county, NoticeInWords notice, List<UUID> people, List<Kind> kinds, Map<UUID, Kind> held) {

    /**
     * What some people hold, and what the notice gives them.
     *
     * @param example one of them, by whose claims others come to hold the same
     * @param identity what they hold, where that is one identity and nothing said about it; else empty
     */
    record Kind(UUID example, String identity, Said said) {}

    /** Of a county whose lists are accepted and whose only run is published. */
    static EveryKind of(CountySeason county, NoticeInWords notice) {
        JdbcClient owner = county.owner();
        UUID run = owner.sql("select id from determination_run where county = ?")
                .param(county.code())
                .query(UUID.class)
                .single();
        Map<Integer, Kind> kinds = new LinkedHashMap<>();
        Map<UUID, Kind> held = new LinkedHashMap<>();
        owner.sql(
                        """
                        select d.person_id, o.id, o.subsidy_fen, coalesce(o.identity, '') as paid_by, o.paid_as like '%残疾人' as disabled,
                            (select case when count(*) = 1 and bool_and(c.attributes = '{}') then min(c.identity) else '' end
                                from identity_claim c where c.person_id = d.person_id) as identity,
                            (select jsonb_object_agg(s.fund, s.amount_fen) from outcome_share s
                                where s.run_id = o.run_id and s.outcome_id = o.id)::text as shares
                        from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        join person p on p.region = d.region and p.id = d.person_id
                        where d.run_id = ?
                        order by p.comparable_name
                        """)
                .param(run)
                .query(row -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    Said said = new Said(
                            row.getString("paid_by"),
                            row.getLong("subsidy_fen"),
                            row.getBoolean("disabled"),
                            false,
                            true,
                            shares(row.getString("shares")));
                    Kind kind = new Kind(person, row.getString("identity"), said);
                    held.put(person, kinds.merge(row.getInt("id"), kind, (first, same) -> first));
                });
        return new EveryKind(county, notice, List.copyOf(held.keySet()), new ArrayList<>(kinds.values()), held);
    }

    private static Map<String, Long> shares(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<Map<String, Long>>() {});
    }
}
