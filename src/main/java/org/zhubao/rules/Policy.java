package org.zhubao.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One region's policy for one benefit year. Immutable, safe for many threads, and total: whatever the facts, there is a
 * determination.
 */
public final class Policy {

    private final Provisions provisions;
    private final Relevance relevance;
    private final Profiling profiling;
    private final Resolving resolving;
    private final Remembering remembering;

    public Policy(Provisions provisions) {
        this.provisions = provisions;
        this.relevance = new Relevance(provisions);
        this.profiling = new Profiling(provisions, relevance);
        this.resolving = new Resolving(new Unknowns(provisions, relevance), new Deciding(provisions));
        this.remembering =
                new Remembering(new ProfileKeys(provisions, relevance, profiling), facts -> determine(profile(facts)));
    }

    /** Decides by way of the profile; that of most people was decided before. */
    public Determination determine(Facts facts) {
        return remembering.determine(facts);
    }

    /** @param profile made by this policy */
    public Determination determine(Profile profile) {
        return resolving.determine(profiling.assume(profile.facts()));
    }

    /** All of these facts that the policy looks at, in canonical form. */
    public Profile profile(Facts facts) {
        return profiling.profile(facts);
    }

    /** Sorted. Facts that differ only in a birth date inside one half-open band [break, next break) decide alike. */
    public List<LocalDate> birthDateBreaks() {
        return relevance.births().breaks();
    }

    /** Sorted. The same for the date of recognition, whatever the identity. */
    public List<LocalDate> recognisedOnBreaks() {
        return relevance.recognitionBreaks();
    }

    /** The same for one identity. */
    public List<LocalDate> recognisedOnBreaks(String identity) {
        return relevance.recognitions(identity).breaks();
    }

    /**
     * The comparisons of an identity's day of recognition with a day of the person's own. A profile has the answer to each as
     * an attribute, {@link Condition.RecognisedBy#YES} or {@link Condition.RecognisedBy#NO}; facts may have it already.
     */
    public Set<Condition.RecognisedBy> comparisons(String identity) {
        return identity(identity)
                .map(i -> Set.copyOf(relevance.comparisons(i.code())))
                .orElse(Set.of());
    }

    /**
     * Facts that a profile adds: what a date of the person's own comes to from the day of birth, with the same two answers.
     */
    public List<String> birthComparisons() {
        return relevance.birthCompared().stream()
                .map(Condition.BirthCompared::answerName)
                .toList();
    }

    /** The breaks of every named fact that is a date, by its name; sorted. */
    public Map<String, List<LocalDate>> factBreaks() {
        Map<String, List<LocalDate>> breaks = new TreeMap<>();
        relevance.facts().stream()
                .filter(f -> relevance.days(f).matter())
                .forEach(f -> breaks.put(f, relevance.days(f).breaks()));
        return breaks;
    }

    /**
     * Whether bands of dates are enough to tell persons apart. They are not where a policy compares two dates of one
     * person, such as recognition and payment: then only {@link #profile} tells.
     */
    public boolean decidesByBands() {
        return !relevance.comparesDates();
    }

    /** Until when it counts that somebody is no longer recognised. */
    public Removals removals() {
        return provisions.removals();
    }

    /** By which clauses those who die before the cover begins are deducted; empty where the text has none. */
    public List<String> deaths() {
        return provisions.deaths();
    }

    /** The names of the facts the policy looks at; others need not be gathered. */
    public Set<String> factsUsed() {
        return relevance.factsUsed();
    }

    /** The attributes of this identity that the policy looks at. */
    public Set<String> attributesUsed(String identity) {
        return identity(identity)
                .map(i -> Set.copyOf(relevance.attributes(i.code())))
                .orElse(Set.of());
    }

    /** What the text says by itself, where no ruling says which of two identities is paid. */
    public Policy withoutRulings() {
        return new Policy(provisions.withoutRulings());
    }

    /**
     * What follows when somebody paid by one determination and another holds now.
     *
     * @return empty where nothing differs, or the text says nothing: then a person decides
     */
    public Optional<AfterPayment.Change> change(Determination paidBy, Determination now) {
        return provisions.afterPayment().stream()
                .flatMap(a -> a.between(paidBy, now).stream())
                .findFirst();
    }

    /** What the funds that bear a subsidy owe to those that pay it in advance. */
    public List<Claim> claims(Granted granted) {
        return granted.trace().paid().stream()
                .flatMap(paid -> standard(paid.standard()).stream()
                        .flatMap(s -> Stream.ofNullable(s.funds()))
                        .flatMap(funds -> funds.claims(paid.amounts()).stream()))
                .toList();
    }

    public String id() {
        return provisions.id();
    }

    public String title() {
        return provisions.title();
    }

    public String region() {
        return provisions.region();
    }

    /** The years the text speaks of; this policy is what it says for {@link #benefitYear()}. */
    public BenefitYears benefitYears() {
        return provisions.benefitYears();
    }

    public int benefitYear() {
        return provisions.benefitYear();
    }

    public List<Identity> identities() {
        return provisions.identities();
    }

    public List<FactSpec> facts() {
        return provisions.facts();
    }

    public List<Fund> funds() {
        return provisions.funds();
    }

    public List<Standard> standards() {
        return provisions.standards();
    }

    public List<Clause> clauses() {
        return provisions.clauses();
    }

    public List<Ruling> rulings() {
        return provisions.rulings();
    }

    public List<SheetSpec> sheets() {
        return provisions.sheets();
    }

    /** Everything the text says, for showing it. */
    public Provisions provisions() {
        return provisions;
    }

    public Optional<Clause> clause(String id) {
        return find(provisions.clauses(), Clause::id, id);
    }

    public Optional<Ruling> ruling(String id) {
        return find(provisions.rulings(), Ruling::id, id);
    }

    public Optional<SourceDocument> document(String id) {
        return find(provisions.documents(), SourceDocument::id, id);
    }

    public Optional<FactSpec> fact(String code) {
        return find(provisions.facts(), FactSpec::code, code);
    }

    public Optional<Identity> identity(String code) {
        return find(provisions.identities(), Identity::code, code);
    }

    public Optional<Standard> standard(String id) {
        return find(provisions.standards(), Standard::id, id);
    }

    public Optional<Fund> fund(String code) {
        return find(provisions.funds(), Fund::code, code);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> key, String wanted) {
        return all.stream().filter(t -> key.apply(t).equals(wanted)).findFirst();
    }
}
