package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Amount;
import org.zhubao.rules.Bound;
import org.zhubao.rules.Delivery;
import org.zhubao.rules.Fund;
import org.zhubao.rules.FundSplit;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Part;
import org.zhubao.rules.Premium;
import org.zhubao.rules.Standard;

/** Reads whom each clause pays, and how much. */
final class StandardsReader {

    private static final Map<String, Delivery> DELIVERIES =
            Arrays.stream(Delivery.values()).collect(Collectors.toMap(Delivery::word, Function.identity()));

    private final Names names;
    private final ConditionReader conditions;
    private final AmountReader amounts;
    private final FundsReader funds;

    StandardsReader(Names names, ConditionReader conditions, AmountReader amounts, FundsReader funds) {
        this.names = names;
        this.conditions = conditions;
        this.amounts = amounts;
        this.funds = funds;
    }

    List<Standard> read(Item section, Map<String, Identity> identities, List<Fund> allFunds) {
        List<Standard> standards = new ArrayList<>();
        section.fields().each((id, item) -> {
            Standard standard = standard(id, item);
            standards.add(standard);
            checkCertifiersFunds(standard, item, identities, allFunds);
        });
        return standards;
    }

    private Standard standard(String id, Item item) {
        try (Fields fields = item.fields()) {
            String name = fields.get("name").text();
            Item whom = fields.get("for");
            List<String> identities = isEveryone(whom) ? List.of() : names.identities(whom);
            List<Part> parts = amounts.parts(fields.get("pays"));
            Item split = parts.isEmpty() ? fields.optional("funds") : fields.get("funds");
            if (parts.isEmpty() && split.isThere()) {
                split.problem("funds-of-nothing");
            }
            Item tier = fields.optional("enrolled-in");
            Item delivery = fields.optional("delivery");
            return new Standard(
                    id,
                    name,
                    identities,
                    conditions.read(fields.optional("when"), identities),
                    parts,
                    funds.split(split, identities),
                    tier.isThere() ? amounts.tier(tier) : Premium.CHOSEN,
                    delivery.isThere()
                            ? delivery.oneOf(DELIVERIES, Delivery.NET_AT_COLLECTION)
                            : Delivery.NET_AT_COLLECTION,
                    names.basisAndPending(fields));
        }
    }

    private static boolean isEveryone(Item whom) {
        return whom.isThere() && whom.items().size() == 1 && whom.texts().contains("everyone");
    }

    private static void checkCertifiersFunds(
            Standard standard, Item item, Map<String, Identity> identities, List<Fund> funds) {
        FundSplit split = standard.funds();
        if (split == null || split.steps().stream().noneMatch(s -> s.fund().equals(FundSplit.CERTIFIER))) {
            return;
        }
        if (standard.isForEverybody()) {
            item.problem("no-identity-in-question");
        }
        for (String code : standard.identities()) {
            Identity identity = identities.get(code);
            if (identity != null && funds.stream().noneMatch(f -> f.department().equals(identity.certifier()))) {
                item.problem("certifier-without-fund", identity.certifier(), code);
            }
        }
    }

    /** Nothing is checked against a limit that is still open. */
    List<Bound> bounds(Item section) {
        List<Bound> bounds = new ArrayList<>();
        for (Item item : section.items()) {
            try (Fields fields = item.fields()) {
                List<String> standards = names.standards(fields.get("standards"));
                Item least = fields.optional("at-least");
                Item most = fields.optional("at-most");
                if (!least.isThere() && !most.isThere()) {
                    item.problem("bound-missing");
                }
                Bound bound = new Bound(standards, limit(least), limit(most), names.basis(fields));
                if (item.pendingValues().isEmpty()) {
                    bounds.add(bound);
                }
            }
        }
        return bounds;
    }

    private @Nullable Amount limit(Item item) {
        if (!item.isThere()) {
            return null;
        }
        try (Fields fields = item.fields()) {
            return amounts.amount(fields);
        }
    }
}
