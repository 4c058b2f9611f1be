package org.zhubao.policy.text;

import java.io.StringReader;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.zhubao.policy.PolicyReading;
import org.zhubao.rules.BenefitYears;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Exclusion;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Parameter;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;
import org.zhubao.rules.Provisions;
import org.zhubao.rules.Ruling;
import org.zhubao.rules.SourceDocument;
import org.zhubao.rules.Standard;

/** Reads a whole policy text. */
public final class PolicyTextReader {

    private static final @Nullable Mark NO_MARK = null;

    private final Function<String, Optional<String>> notices;

    /** @param notices the stored text of a notice, by its name */
    public PolicyTextReader(Function<String, Optional<String>> notices) {
        this.notices = notices;
    }

    /** The benefit years a text speaks of; empty when it does not say so legibly. */
    public Optional<BenefitYears> benefitYears(String text) {
        Reading reading = new Reading(0);
        Item root = new Item(compose(text, reading), reading);
        if (!root.isMapping()) {
            return Optional.empty();
        }
        BenefitYears years = years(root.fields().optional("benefit-years"));
        return reading.problems().isEmpty() && years.first() > 0 ? Optional.of(years) : Optional.empty();
    }

    /** Reads what the text says for one benefit year. */
    public PolicyReading read(String text, int benefitYear) {
        Reading reading = new Reading(benefitYear);
        Node root = compose(text, reading);
        Provisions provisions = root == null ? null : provisions(new Item(root, reading), reading);
        boolean legible = provisions != null
                && reading.problems().stream().allMatch(p -> PolicyReading.PENDING.contains(p.code()));
        return new PolicyReading(legible ? Optional.of(new Policy(provisions)) : Optional.empty(), reading.problems());
    }

    private static @Nullable Node compose(String text, Reading reading) {
        try {
            LoaderOptions options = new LoaderOptions();
            for (Event event : new Yaml(options).parse(new StringReader(text))) {
                if (event.is(Event.ID.Alias)) {
                    reading.problem(event.getStartMark(), "alias");
                    return null;
                }
            }
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                reading.problem(NO_MARK, "text-empty");
            }
            return node;
        } catch (MarkedYAMLException e) {
            reading.problem(e.getProblemMark(), "not-yaml", e.getProblem());
            return null;
        } catch (YAMLException e) {
            reading.problem(NO_MARK, "not-yaml", e.getMessage());
            return null;
        }
    }

    private @Nullable Provisions provisions(Item item, Reading reading) {
        if (!item.isMapping()) {
            item.problem("keys-expected");
            return null;
        }
        try (Fields root = item.fields()) {
            return provisions(root, reading);
        }
    }

    private Provisions provisions(Fields root, Reading reading) {
        Names names = new Names(root);
        ConditionReader conditions = new ConditionReader(names);
        FactsReader factsReader = new FactsReader(names);
        SourcesReader sources = new SourcesReader(notices);
        IdentitiesReader identitiesReader = new IdentitiesReader(names, conditions, factsReader);
        SeasonReader season = new SeasonReader(names);

        Item rounding = root.optional("rounding");
        RoundingMode mode = rounding.isThere()
                ? rounding.oneOf(AmountReader.ROUNDINGS, RoundingMode.HALF_UP)
                : RoundingMode.HALF_UP;
        BenefitYears years = years(root.get("benefit-years"));
        if (!years.contains(reading.benefitYear())) {
            root.optional("benefit-years").problem("other-benefit-year", reading.benefitYear());
        }
        List<SourceDocument> documents = sources.documents(root.get("documents"));
        List<Clause> clauses = sources.clauses(root.get("clauses"));
        List<Ruling> rulings = sources.rulings(root.optional("rulings"));
        List<Parameter> parameters = new ValuesReader(names).read(root.optional("values"), reading);
        List<FactSpec> facts = factsReader.read(root.optional("facts"));
        facts.forEach(names::declare);
        List<Identity> identities = identitiesReader.read(root.get("identities"));
        List<Exclusion> exclusions = identitiesReader.exclusions(root.optional("excluded"), List.of());
        Premium premium = new PremiumReader(names, conditions).read(root.get("premium"));
        FundsReader fundsReader = new FundsReader(names, conditions, mode);
        List<Fund> funds = fundsReader.funds(root.get("funds"));
        StandardsReader standardsReader =
                new StandardsReader(names, conditions, new AmountReader(premium, mode), fundsReader);
        List<Standard> standards = standardsReader.read(root.get("standards"), Names.byCode(identities), funds);
        return new Provisions(
                root.get("policy").text(),
                root.get("title").text(),
                root.get("region").text(),
                years,
                reading.benefitYear(),
                documents,
                clauses,
                rulings,
                parameters,
                facts,
                identities,
                exclusions,
                premium,
                funds,
                standards,
                new OverlapReader(names, standards.stream().map(Standard::id).toList()).read(root.optional("overlap")),
                standardsReader.bounds(root.optional("bounds")),
                season.sheets(root.optional("settlement")),
                season.calendar(root.optional("calendar")),
                new AfterPaymentReader(names).read(root.optional("after-payment")),
                season.removals(root.optional("removals")),
                season.deaths(root.optional("deaths")),
                reading.pending());
    }

    private static BenefitYears years(Item item) {
        if (!item.isMapping()) {
            int year = item.isThere() ? item.wholeNumber() : 0;
            return new BenefitYears(year, year);
        }
        try (Fields fields = item.fields()) {
            int first = fields.get("from").wholeNumber();
            int last = fields.get("to").wholeNumber();
            if (first > last) {
                item.problem("bounds-crossed");
            }
            return new BenefitYears(Math.min(first, last), Math.max(first, last));
        }
    }
}
