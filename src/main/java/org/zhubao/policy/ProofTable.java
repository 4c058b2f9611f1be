package org.zhubao.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Trace;

/** Findings laid out for screen and paper, in the words of the notice. */
public final class ProofTable {

    private final Policy policy;

    public ProofTable(Policy policy) {
        this.policy = policy;
    }

    public record Group(Finding.Kind kind, List<Row> rows) {}

    /**
     * @param number of the finding in its proof, counted from 0
     * @param people of the county in whom it shows today; null where that was not counted
     * @param same whether all results pay the same amount, there being more than one
     */
    public record Row(
            int number,
            @Nullable Integer people,
            List<String> about,
            @Nullable Example example,
            List<ResultRow> results,
            boolean same,
            List<Citation> basis,
            long cases) {}

    /**
     * @param age in full years when the benefit year begins; null where it makes no difference or is below 0
     * @param facts those that differ from what their absence means
     */
    public record Example(@Nullable LocalDate birthDate, @Nullable Long age, List<String> holds, List<FactRow> facts) {}

    public record FactRow(String name, String value) {}

    /** @param paidAs empty when nothing is paid */
    public record ResultRow(List<String> paidAs, long subsidyFen, List<ShareRow> shares) {}

    public record ShareRow(String fund, long fen) {}

    /** @param people for each finding in how many people of the county it shows; empty where they were not counted */
    public List<Group> groups(Proof proof, List<Integer> people) {
        Map<Finding.Kind, List<Row>> rows = new EnumMap<>(Finding.Kind.class);
        for (int number = 0; number < proof.findings().size(); number++) {
            Finding finding = proof.findings().get(number);
            rows.computeIfAbsent(finding.kind(), kind -> new ArrayList<>())
                    .add(row(number, people.isEmpty() ? null : people.get(number), finding));
        }
        return rows.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private Row row(int number, @Nullable Integer people, Finding finding) {
        return new Row(
                number,
                people,
                finding.about().stream().map(this::name).toList(),
                finding.example() == null ? null : example(finding.example()),
                finding.results().stream().map(this::result).toList(),
                finding.results().size() > 1 && finding.sameAmount(),
                Citation.of(policy, words(finding)),
                finding.cases());
    }

    /** What brings it about, or where nothing does the words that stand against each other. */
    private static List<String> words(Finding finding) {
        return finding.basis().isEmpty()
                ? finding.results().stream()
                        .flatMap(result -> result.basis().stream())
                        .distinct()
                        .toList()
                : finding.basis();
    }

    private Example example(Facts facts) {
        LocalDate born = facts.birthDate();
        Long age = born == null ? null : born.until(LocalDate.of(policy.benefitYear(), 1, 1), ChronoUnit.YEARS);
        return new Example(
                born,
                age == null || age < 0 ? null : age,
                facts.held().stream().map(h -> name(h.identity())).toList(),
                remarkable(facts));
    }

    private List<FactRow> remarkable(Facts facts) {
        List<FactRow> rows = new ArrayList<>(differing(policy.facts(), facts.values()));
        for (Held held : facts.held()) {
            List<FactSpec> attributes =
                    policy.identity(held.identity()).map(Identity::attributes).orElse(List.of());
            rows.addAll(differing(attributes, held.attributes()));
        }
        return rows;
    }

    private static List<FactRow> differing(List<FactSpec> specs, Map<String, String> values) {
        return specs.stream()
                .filter(f ->
                        values.containsKey(f.code()) && !values.get(f.code()).equals(f.whenAbsent()))
                .map(f -> new FactRow(f.name(), values.get(f.code())))
                .toList();
    }

    private ResultRow result(Finding.Result result) {
        Stream<String> standards = result.standards().stream()
                .map(s -> policy.standard(s).map(PolicyNames::of).orElse(s));
        return new ResultRow(
                Stream.concat(result.identities().stream().map(this::name), standards)
                        .toList(),
                result.subsidyFen(),
                result.shares().stream().map(this::share).toList());
    }

    private ShareRow share(Trace.FundFen share) {
        return new ShareRow(policy.fund(share.fund()).map(PolicyNames::of).orElse(share.fund()), share.fen());
    }

    /** Of an identity or a standard; anything else stands for itself. */
    private String name(String code) {
        return policy.identity(code)
                .map(Identity::shortName)
                .or(() -> policy.standard(code).map(PolicyNames::of))
                .orElse(code);
    }
}
