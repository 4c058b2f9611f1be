package org.zhubao.policy.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.ui.Model;
import org.zhubao.policy.Citation;
import org.zhubao.policy.IdentityNames;
import org.zhubao.policy.PolicyNames;
import org.zhubao.rules.Amount;
import org.zhubao.rules.FundSplit;
import org.zhubao.rules.Money;
import org.zhubao.rules.OverlapRule;
import org.zhubao.rules.Part;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;
import org.zhubao.rules.Ruling;
import org.zhubao.rules.Selector;

/** A policy laid out as the tables that the screen shows, every row with the words it rests on. */
final class PolicyTable {

    private final Policy policy;
    private final Map<String, String> names;

    PolicyTable(Policy policy, Map<String, String> names) {
        this.policy = policy;
        this.names = names;
    }

    /** Fills the model for the template {@code policy/table}. */
    static void show(Policy policy, Model model) {
        PolicyTable table = new PolicyTable(policy, IdentityNames.of(policy));
        model.addAttribute("policy", policy);
        model.addAttribute("standards", table.standards());
        model.addAttribute("overlaps", table.overlaps());
        model.addAttribute("premiums", table.premiums());
        model.addAttribute("afterPayment", table.afterPayment());
        model.addAttribute("removals", Citation.of(policy, policy.removals().basis()));
        model.addAttribute("deaths", Citation.of(policy, policy.deaths()));
        model.addAttribute(
                "suspended",
                Citation.of(
                        policy, policy.provisions().pending().stream().sorted().toList()));
        model.addAttribute(
                "rulings",
                Citation.of(policy, policy.rulings().stream().map(Ruling::id).toList()));
    }

    /** Words of a message bundle and what is filled in. */
    public record Phrase(String key, List<Object> arguments) {

        static Phrase of(String key, Object... arguments) {
            return new Phrase("policy." + key, List.of(arguments));
        }
    }

    public record StandardRow(
            String name, String whom, List<Phrase> pays, List<Phrase> funds, String delivery, List<Citation> basis) {}

    public record OverlapRow(Phrase says, List<Citation> basis) {}

    public record PremiumRow(String tier, String amounts, long totalFen, List<Citation> basis) {}

    /** @param whom empty for everybody */
    public record AfterPaymentRow(String whom, String more, String less, List<Citation> basis) {}

    List<StandardRow> standards() {
        return policy.standards().stream()
                .map(s -> new StandardRow(
                        s.name(),
                        joined(s.identities()),
                        s.parts().stream().map(this::part).toList(),
                        s.funds() == null
                                ? List.of()
                                : s.funds().steps().stream()
                                        .flatMap(step -> Stream.concat(Stream.of(step(step)), ahead(step)))
                                        .toList(),
                        s.delivery().messageKey(),
                        Citation.of(policy, s.basis())))
                .toList();
    }

    List<OverlapRow> overlaps() {
        return policy.provisions().overlap().rules().stream()
                .map(rule -> new OverlapRow(says(rule), Citation.of(policy, rule.basis())))
                .toList();
    }

    List<PremiumRow> premiums() {
        Premium premium = policy.provisions().premium();
        Map<String, String> components = premium.components().stream()
                .collect(Collectors.toMap(Premium.Component::code, Premium.Component::name));
        return premium.rows().stream()
                .map(row -> new PremiumRow(
                        row.tier(),
                        premium.components().stream()
                                .map(c -> components.get(c.code()) + " "
                                        + row.amounts().get(c.code()))
                                .collect(Collectors.joining(" + ")),
                        row.amounts().values().stream().mapToLong(m -> m.fen()).sum(),
                        Citation.of(policy, row.basis())))
                .toList();
    }

    List<AfterPaymentRow> afterPayment() {
        return policy.provisions().afterPayment().stream()
                .map(rule -> new AfterPaymentRow(
                        joined(rule.identities().stream().sorted().toList()),
                        rule.more().messageKey(),
                        rule.less().messageKey(),
                        Citation.of(policy, rule.basis())))
                .toList();
    }

    private Phrase part(Part part) {
        Phrase amount = amount(part.amount());
        List<Object> arguments = new ArrayList<>(amount.arguments());
        return part.tier().equals(Premium.CHOSEN)
                        || part.tier().equals(Premium.LOWEST)
                        || part.tier().isEmpty()
                ? amount
                : new Phrase(amount.key() + ".of-tier", with(arguments, part.tier()));
    }

    private static List<Object> with(List<Object> arguments, Object more) {
        arguments.add(more);
        return arguments;
    }

    private static Phrase amount(Amount amount) {
        if (amount instanceof Amount.Percent percent) {
            return Phrase.of("pays.percent", plain(percent.percent()));
        }
        if (amount instanceof Amount.Fixed fixed) {
            return Phrase.of("pays.fixed", fixed.money().toString());
        }
        if (amount instanceof Amount.PersonPays rest) {
            return rest.own() instanceof Amount.Percent percent
                    ? Phrase.of("pays.rest-percent", plain(percent.percent()))
                    : Phrase.of("pays.rest", rest.own().stated(Money.ZERO).toString());
        }
        return amount instanceof Amount.Within within ? amount(within.amount()) : Phrase.of("pays.full");
    }

    private Phrase step(FundSplit.Step step) {
        String fund = policy.fund(step.fund()).map(PolicyNames::of).orElse("");
        if (step.fund().equals(FundSplit.CERTIFIER)) {
            return Phrase.of("fund.certifier");
        }
        if (step.take() instanceof FundSplit.Take.Fixed fixed) {
            return Phrase.of("fund.fixed", fund, fixed.money().toString());
        }
        if (step.take() instanceof FundSplit.Take.PercentOfPremium percent) {
            return Phrase.of("fund.percent-of-premium", fund, plain(percent.percent()));
        }
        if (step.take() instanceof FundSplit.Take.PercentOfRest percent) {
            return Phrase.of("fund.percent-of-rest", fund, plain(percent.percent()));
        }
        return step.take() instanceof FundSplit.Take.PercentOfSubsidy percent
                ? Phrase.of("fund.percent-of-subsidy", fund, plain(percent.percent()))
                : Phrase.of("fund.rest", fund);
    }

    /** What is paid before the fund itself pays. */
    private Stream<Phrase> ahead(FundSplit.Step step) {
        Stream<Phrase> byAnother = policy.fund(step.advancedBy()).stream()
                .map(fund -> Phrase.of("fund.advanced-by", PolicyNames.of(fund)));
        Stream<Phrase> inAdvance = policy.fund(step.fund()).stream()
                .flatMap(fund -> Stream.ofNullable(fund.advance()))
                .map(advance -> Phrase.of(
                        "fund.advance",
                        plain(advance.percent()),
                        advance.on().toString(),
                        advance.truedUpOn().toString()));
        return Stream.concat(byAnother, inAdvance);
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    private Phrase says(OverlapRule rule) {
        Phrase said = saidOfOthers(rule);
        return rule.except().equals(Selector.NONE)
                ? said
                : new Phrase(said.key() + "-except", with(new ArrayList<>(said.arguments()), name(rule.except())));
    }

    private Phrase saidOfOthers(OverlapRule rule) {
        if (rule instanceof OverlapRule.Precedence precedence) {
            return Phrase.of("overlap.precedence", name(precedence.winner()), name(precedence.loser()));
        }
        if (rule instanceof OverlapRule.Order order) {
            return Phrase.of(
                    "overlap.order",
                    order.order().stream().map(this::name).map(String::valueOf).collect(Collectors.joining(" → ")));
        }
        OverlapRule.Highest highest = (OverlapRule.Highest) rule;
        return highest.among().any()
                ? Phrase.of("overlap.highest")
                : Phrase.of("overlap.highest-of", name(highest.among()), name(highest.against()));
    }

    /** A name, or the message that stands for all identities. */
    private Object name(Selector selector) {
        if (selector.any()) {
            return new DefaultMessageSourceResolvable("policy.overlap.any");
        }
        return selector.certifiers().isEmpty()
                ? joined(selector.codes().stream().sorted().toList())
                : joined(policy.identities().stream()
                        .filter(i -> selector.certifiers().contains(i.certifier()))
                        .map(i -> i.code())
                        .toList());
    }

    /** Identities by their short names, standards by their own. */
    private String joined(Collection<String> codes) {
        return codes.stream()
                .map(code -> policy.identity(code)
                        .map(i -> i.shortName())
                        .or(() -> policy.standard(code).map(PolicyNames::of))
                        .orElse(names.getOrDefault(code, code)))
                .collect(Collectors.joining("、"));
    }
}
