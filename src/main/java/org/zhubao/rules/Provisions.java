package org.zhubao.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that a policy text says, for one benefit year.
 *
 * @param id unique among texts, such as {@code panzhihua-hardship}
 * @param region division code of the pooling region whose counties it holds for
 * @param exclusions of the person as such, whatever they hold
 */
public record Provisions(
        String id,
        String title,
        String region,
        BenefitYears benefitYears,
        int benefitYear,
        List<SourceDocument> documents,
        List<Clause> clauses,
        List<Ruling> rulings,
        List<Parameter> parameters,
        List<FactSpec> facts,
        List<Identity> identities,
        List<Exclusion> exclusions,
        Premium premium,
        List<Fund> funds,
        List<Standard> standards,
        Overlap overlap,
        List<Bound> bounds,
        List<SheetSpec> sheets,
        List<Milestone> calendar) {

    public Provisions {
        documents = List.copyOf(documents);
        clauses = List.copyOf(clauses);
        rulings = List.copyOf(rulings);
        parameters = List.copyOf(parameters);
        facts = List.copyOf(facts);
        identities = List.copyOf(identities);
        exclusions = List.copyOf(exclusions);
        funds = List.copyOf(funds);
        standards = List.copyOf(standards);
        bounds = List.copyOf(bounds);
        sheets = List.copyOf(sheets);
        calendar = List.copyOf(calendar);
    }

    /** The ids of clauses and rulings that something rests on, each as often as it is cited. */
    public Stream<String> citations() {
        Stream<List<String>> ofPersons = Stream.of(
                        parameters.stream().map(Parameter::basis),
                        facts.stream().map(FactSpec::basis),
                        identities.stream().map(Identity::basis),
                        identities.stream().map(i -> i.recognised().basis()),
                        identities.stream()
                                .flatMap(i -> i.attributes().stream())
                                .map(FactSpec::basis),
                        identities.stream()
                                .flatMap(i -> i.exclusions().stream())
                                .map(Exclusion::basis),
                        exclusions.stream().map(Exclusion::basis))
                .flatMap(Function.identity());
        Stream<List<String>> ofMoney = Stream.of(
                        premium.rows().stream().map(Premium.Row::basis),
                        funds.stream().map(Fund::basis),
                        standards.stream().map(Standard::basis),
                        overlap.rules().stream().map(OverlapRule::basis),
                        Stream.of(overlap.levelBasis()),
                        bounds.stream().map(Bound::basis),
                        sheets.stream().map(SheetSpec::basis),
                        calendar.stream().map(Milestone::basis))
                .flatMap(Function.identity());
        return Stream.concat(ofPersons, ofMoney).flatMap(List::stream);
    }
}
