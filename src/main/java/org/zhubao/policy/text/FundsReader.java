package org.zhubao.policy.text;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Condition;
import org.zhubao.rules.Fund;
import org.zhubao.rules.FundSplit;
import org.zhubao.rules.FundSplit.Step;
import org.zhubao.rules.FundSplit.Take;

/** Reads funds, and in which order they bear a subsidy. */
final class FundsReader {

    private static final List<String> TAKES =
            List.of("fixed", "percent-of-subsidy", "percent-of-premium", "percent-of-rest");

    private final Names names;
    private final ConditionReader conditions;
    private final RoundingMode rounding;

    FundsReader(Names names, ConditionReader conditions, RoundingMode rounding) {
        this.names = names;
        this.conditions = conditions;
        this.rounding = rounding;
    }

    List<Fund> funds(Item section) {
        List<Fund> funds = new ArrayList<>();
        section.fields().each((code, item) -> {
            try (Fields fields = item.fields()) {
                Item department = fields.optional("department");
                funds.add(new Fund(
                        code,
                        fields.get("name").text(),
                        department.isThere() ? Names.department(department) : "",
                        advance(fields.optional("advance")),
                        names.basis(fields)));
            }
        });
        return funds;
    }

    private static Fund.@Nullable Advance advance(Item item) {
        if (!item.isThere()) {
            return null;
        }
        try (Fields fields = item.fields()) {
            return new Fund.Advance(
                    fields.get("percent").percent(),
                    fields.get("on").date(),
                    fields.get("trued-up-on").date());
        }
    }

    /** One fund alone bears all; of several, the last takes the rest. */
    @Nullable
    FundSplit split(Item item, List<String> about) {
        List<Step> steps = new ArrayList<>();
        for (Item one : item.items()) {
            steps.add(one.isMapping() ? step(one, about) : new Step(fund(one), new Take.Rest(), Condition.always()));
        }
        if (steps.isEmpty()) {
            return null;
        }
        Step last = steps.get(steps.size() - 1);
        if (!(last.take() instanceof Take.Rest) || !last.when().equals(Condition.always())) {
            item.problem("rest-missing");
            return null;
        }
        return new FundSplit(steps);
    }

    private Step step(Item item, List<String> about) {
        try (Fields fields = item.fields()) {
            String fund = fund(fields.get("fund"));
            Take take = take(fields);
            Item advancing = fields.optional("advanced-by");
            String advancedBy = advancing.isThere() ? names.fund(advancing) : "";
            return new Step(fund, take, conditions.read(fields.optional("when"), about), advancedBy);
        }
    }

    private Take take(Fields fields) {
        List<String> given = TAKES.stream().filter(fields::has).toList();
        if (given.size() > 1) {
            fields.at().problem("one-of-these-keys", String.join(", ", TAKES));
        }
        TAKES.forEach(fields::optional);
        return switch (given.isEmpty() ? "rest" : given.get(0)) {
            case "fixed" -> new Take.Fixed(fields.get("fixed").money());
            case "percent-of-subsidy" ->
                new Take.PercentOfSubsidy(fields.get("percent-of-subsidy").percent(), rounding);
            case "percent-of-premium" ->
                new Take.PercentOfPremium(fields.get("percent-of-premium").percent(), rounding);
            case "percent-of-rest" ->
                new Take.PercentOfRest(fields.get("percent-of-rest").percent(), rounding);
            default -> new Take.Rest();
        };
    }

    private String fund(Item item) {
        if (!item.isThere()) {
            return "";
        }
        return item.text().equals(FundSplit.CERTIFIER) ? FundSplit.CERTIFIER : names.fund(item);
    }
}
