package org.zhubao.determination;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.Vault;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Share;
import org.zhubao.support.CountySeason;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came out for one person, as stored or as a policy says. Amounts in fen. */
record Determined(
        String outcome,
        int reason,
        @Nullable String paidAs,
        long premium,
        long subsidy,
        long payable,
        Map<String, Long> shares) {

    static Determined of(Determination said) {
        if (said instanceof Granted granted) {
            return new Determined(
                    "GRANTED",
                    said.reason().code(),
                    granted.paidAs(),
                    granted.premium().fen(),
                    granted.subsidy().fen(),
                    granted.payable().fen(),
                    granted.shares().stream().collect(Collectors.toMap(Share::fund, share -> share.amount()
                            .fen())));
        }
        long premium = said instanceof Refused refused ? refused.premium().fen() : 0;
        return new Determined(said.outcome().name(), said.reason().code(), null, premium, 0, premium, Map.of());
    }

    /** What a run has stored, by whole identity number. */
    static Map<String, Determined> in(CountySeason season, UUID run, Vault vault) {
        Map<String, Determined> found = new HashMap<>();
        season.owner()
                .sql(
                        """
                        select p.number_cipher, o.*, coalesce((select jsonb_object_agg(fund, amount_fen)
                            from outcome_share s where s.run_id = o.run_id and s.outcome_id = o.id), '{}') as shares
                        from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        join person p on p.region = d.region and p.id = d.person_id
                        where d.run_id = ?
                        """)
                .param(run)
                .query(row -> {
                    found.put(
                            vault.decryptNumber(row.getBytes("number_cipher")).full(),
                            new Determined(
                                    row.getString("outcome"),
                                    row.getInt("reason"),
                                    row.getString("paid_as"),
                                    row.getLong("premium_fen"),
                                    row.getLong("subsidy_fen"),
                                    row.getLong("payable_fen"),
                                    JsonMapper.shared()
                                            .readValue(
                                                    row.getString("shares"),
                                                    new TypeReference<Map<String, Long>>() {})));
                });
        return found;
    }
}
