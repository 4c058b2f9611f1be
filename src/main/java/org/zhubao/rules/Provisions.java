package org.zhubao.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a policy text says, for one benefit year.
 *
 * @param id unique among texts, such as {@code panzhihua-hardship}
 * @param region division code of the pooling region whose counties it holds for
 * @param exclusions of the person as such, whatever they hold
 * @param afterPayment what becomes of differences that show once somebody has paid; the first that speaks holds
 * @param removals until when it counts that somebody is no longer recognised
 * @param deaths the clauses by which those who die before the cover begins are deducted; empty where the text has none
 * @param pending what cannot be relied upon yet: clauses whose words no longer stand in the stored notice, by their
 *     ids, and values without a value, as {@code $name}
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
        List<Milestone> calendar,
        List<AfterPayment> afterPayment,
        Removals removals,
        List<String> deaths,
        Set<String> pending) {

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
        afterPayment = List.copyOf(afterPayment);
        deaths = List.copyOf(deaths);
        pending = Set.copyOf(pending);
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
                        calendar.stream().map(Milestone::basis),
                        afterPayment.stream().map(AfterPayment::basis),
                        Stream.of(removals.basis(), deaths))
                .flatMap(Function.identity());
        return Stream.concat(ofPersons, ofMoney).flatMap(List::stream);
    }

    /** Every condition that somebody may meet or not. */
    public Stream<Condition> conditions() {
        return Stream.of(
                        identities.stream().map(Identity::meets),
                        identities.stream()
                                .flatMap(i -> i.exclusions().stream())
                                .map(Exclusion::when),
                        exclusions.stream().map(Exclusion::when),
                        premium.rows().stream().map(Premium.Row::when),
                        standards.stream().map(Standard::when),
                        standards.stream()
                                .flatMap(s -> Stream.ofNullable(s.funds()))
                                .flatMap(f -> f.steps().stream())
                                .map(FundSplit.Step::when))
                .flatMap(Function.identity());
    }

    /** The same without the overlap rules that rest on a ruling, and without the rulings that then decide nothing. */
    Provisions withoutRulings() {
        Set<String> ofTheText = clauses.stream().map(Clause::id).collect(Collectors.toSet());
        List<OverlapRule> rules = overlap.rules().stream()
                .filter(r -> ofTheText.containsAll(r.basis()))
                .toList();
        Provisions textAlone = with(new Overlap(rules, overlap.levels(), overlap.levelBasis()), rulings);
        Set<String> cited = textAlone.citations().collect(Collectors.toSet());
        return with(
                textAlone.overlap,
                rulings.stream().filter(r -> cited.contains(r.id())).toList());
    }

    private Provisions with(Overlap otherOverlap, List<Ruling> otherRulings) {
        return new Provisions(
                id,
                title,
                region,
                benefitYears,
                benefitYear,
                documents,
                clauses,
                otherRulings,
                parameters,
                facts,
                identities,
                exclusions,
                premium,
                funds,
                standards,
                otherOverlap,
                bounds,
                sheets,
                calendar,
                afterPayment,
                removals,
                deaths,
                pending);
    }
}
