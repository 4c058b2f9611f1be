package org.zhubao.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import tools.jackson.databind.JsonNode;

/** Reads what people of one number have in common, as the database puts it, into facts that a policy decides on. */
record FactsReading(Grain grain, String county) {

    /** Any facts of the group will do: the first day of each band stands for the band, unless days decide one by one. */
    Facts facts(JsonNode node, Policy policy) {
        Map<String, String> values = new HashMap<>();
        if (policy.factsUsed().contains("county")) {
            values.put("county", county);
        }
        if (node.path("household").isString()) {
            values.put("household", node.path("household").asString());
        }
        List<Held> held = new ArrayList<>();
        for (JsonNode claim : node.path("held")) {
            Optional<FactSpec> fact = policy.fact(claim.get(0).asString());
            if (claim.get(0).asString().equals(PaymentDays.FACT)) {
                paidOn(claim).ifPresent(day -> values.put(PaymentDays.FACT, day.toString()));
                continue;
            }
            if (fact.isPresent()) {
                // What departments agree on goes before what another office states
                values.putIfAbsent(fact.get().code(), fact.get().asserted());
                continue;
            }
            JsonNode ended = claim.get(1).path(PersonFactsSql.ENDED);
            if (ended.isNumber() && !grain.countsOn(policy, ended.asInt())) {
                continue;
            }
            Map<String, String> attributes = new HashMap<>();
            claim.get(1)
                    .properties()
                    .forEach(a -> attributes.put(a.getKey(), a.getValue().asString()));
            held.add(new Held(claim.get(0).asString(), attributes, dayOf(claim.get(2), grain.recognitions())));
        }
        return new Facts(dayOf(node.path("birth"), grain.births()), held, values);
    }

    private Optional<LocalDate> paidOn(JsonNode claim) {
        return Optional.ofNullable(grain.payments()).map(breaks -> dayOf(claim.get(2), breaks));
    }

    private @Nullable LocalDate dayOf(JsonNode written, List<LocalDate> breaks) {
        if (!written.isString() || written.asString().isEmpty()) {
            return null;
        }
        if (!grain.bands()) {
            return LocalDate.parse(written.asString());
        }
        if (breaks.isEmpty()) {
            return LocalDate.EPOCH;
        }
        int band = Integer.parseInt(written.asString());
        return band == 0 ? breaks.get(0).minusDays(1) : breaks.get(band - 1);
    }
}
