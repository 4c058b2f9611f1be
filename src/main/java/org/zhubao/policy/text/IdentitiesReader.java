package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhubao.rules.AsOf;
import org.zhubao.rules.Condition;
import org.zhubao.rules.Exclusion;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Window;

/** Reads identities, and the cases in which they or the person are excluded. */
final class IdentitiesReader {

    private final Names names;
    private final ConditionReader conditions;
    private final FactsReader facts;
    private final Set<String> wordings = new HashSet<>();

    IdentitiesReader(Names names, ConditionReader conditions, FactsReader facts) {
        this.names = names;
        this.conditions = conditions;
        this.facts = facts;
    }

    List<Identity> read(Item section) {
        List<Identity> identities = new ArrayList<>();
        Fields all = section.fields();
        all.each((code, item) ->
                names.declareAttributes(code, facts.read(item.isMapping() ? attributesOf(item) : item)));
        all.each((code, item) -> identities.add(identity(code, item)));
        return identities;
    }

    /** Attributes are read before the identities, since a condition of one may speak of another's. */
    private static Item attributesOf(Item identity) {
        return identity.fields().optional("attributes");
    }

    private Identity identity(String code, Item item) {
        try (Fields fields = item.fields()) {
            String name = fields.get("name").text();
            Item shortName = fields.optional("short");
            Item department = fields.get("certifier");
            String certifier = department.isThere() ? Names.department(department) : "";
            List<FactSpec> attributes = List.copyOf(names.attributesOf(code).values());
            fields.optional("attributes");
            List<String> about = List.of(code);
            Condition meets = conditions.read(fields.optional("meets"), about);
            List<String> basis = names.basisAndPending(fields);
            Item recognised = fields.optional("recognised");
            List<Exclusion> exclusions = new ArrayList<>(late(recognised, basis));
            exclusions.addAll(exclusions(fields.optional("excluded"), about));
            return new Identity(
                    code,
                    name,
                    shortName.isThere() ? shortName.text() : name,
                    certifier,
                    wordings(fields.get("wordings"), certifier),
                    attributes,
                    meets,
                    asOf(recognised),
                    exclusions,
                    basis);
        }
    }

    private List<String> wordings(Item item, String certifier) {
        for (Item wording : item.items()) {
            if (!wordings.add(certifier + " " + wording.text())) {
                wording.problem("wording-twice", wording.text());
            }
        }
        return item.texts();
    }

    private AsOf asOf(Item item) {
        if (!item.isThere()) {
            return AsOf.ANY_TIME;
        }
        AsOf asOf = dated(item);
        return item.pendingValues().isEmpty() ? asOf : AsOf.ANY_TIME;
    }

    private AsOf dated(Item item) {
        try (Fields fields = item.fields()) {
            boolean bounded = fields.has("from") || fields.has("to") || conditions.recognisedBy(fields) == null;
            Window window = bounded ? ConditionReader.window(fields) : Window.ALWAYS;
            Item undated = fields.optional("undated");
            boolean counts = undated.isThere() && undated.oneOf(Map.of("counts", true, "unknown", false), false);
            return new AsOf(window, counts, counts ? names.basis(fields) : names.optionalBasis(fields));
        }
    }

    /** Recognised too late for a date of the person's own. */
    private List<Exclusion> late(Item recognised, List<String> basis) {
        Condition inTime = recognised.isMapping() ? conditions.recognisedBy(recognised.fields()) : null;
        return inTime == null
                ? List.of()
                : List.of(new Exclusion(Reason.RECOGNISED_OUT_OF_TIME, new Condition.Not(inTime), basis));
    }

    /** @param about the identity excluded; empty where it is the person */
    List<Exclusion> exclusions(Item section, List<String> about) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (Item item : section.items()) {
            try (Fields fields = item.fields()) {
                Item word = fields.get("reason");
                Reason reason = word.isThere() ? reason(word) : Reason.EXCLUDED;
                exclusions.add(new Exclusion(
                        reason, conditions.read(fields.get("when"), about), names.basisAndPending(fields)));
            }
        }
        return exclusions;
    }

    private static Reason reason(Item word) {
        return Reason.exclusion(word.text()).orElseGet(() -> {
            word.problem("no-such-reason", word.text());
            return Reason.EXCLUDED;
        });
    }
}
