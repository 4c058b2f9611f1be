package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
            String certifier = fields.get("certifier").text();
            List<FactSpec> attributes = List.copyOf(names.attributesOf(code).values());
            fields.optional("attributes");
            List<String> about = List.of(code);
            Condition meets = conditions.read(fields.optional("meets"), about);
            AsOf asOf = asOf(fields.optional("recognised"));
            List<String> basis = names.basis(fields);
            List<Exclusion> exclusions = new ArrayList<>(exclusions(fields.optional("excluded"), about));
            if (asOf.late != null) {
                exclusions.add(0, new Exclusion(Reason.RECOGNISED_OUT_OF_TIME, asOf.late, basis));
            }
            return new Identity(
                    code,
                    name,
                    shortName.isThere() ? shortName.text() : name,
                    certifier,
                    wordings(fields.get("wordings"), certifier),
                    attributes,
                    meets,
                    asOf.window,
                    asOf.undatedCounts,
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

    /** @param late met by whom a date of their own comes too early for; null when there is none to compare with */
    private record AsOf(Window window, boolean undatedCounts, @Nullable Condition late) {}

    private AsOf asOf(Item item) {
        if (!item.isThere()) {
            return new AsOf(Window.ALWAYS, false, null);
        }
        try (Fields fields = item.fields()) {
            Condition inTime = conditions.recognisedBy(fields);
            boolean bounded = inTime == null || fields.has("from") || fields.has("to");
            Window window = bounded ? ConditionReader.window(fields) : Window.ALWAYS;
            Item undated = fields.optional("undated");
            boolean counts = undated.isThere() && undated.oneOf(Map.of("counts", true, "unknown", false), false);
            return new AsOf(window, counts, inTime == null ? null : new Condition.Not(inTime));
        }
    }

    /** @param about the identity excluded; empty where it is the person */
    List<Exclusion> exclusions(Item section, List<String> about) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (Item item : section.items()) {
            try (Fields fields = item.fields()) {
                Item word = fields.get("reason");
                Reason reason = word.isThere() ? reason(word) : Reason.EXCLUDED;
                exclusions.add(new Exclusion(reason, conditions.read(fields.get("when"), about), names.basis(fields)));
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
