package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.FundSplit.Step;
import org.zhubao.rules.FundSplit.Take;

class FundSplitTests {

    private static final Money PREMIUM = Money.ofYuan("400");
    private static final Situation NOBODY = new Situation(new Facts(null, List.of(), Map.of()), List.of(), null);

    @Test
    void theLastTakesWhatRoundingLeaves() {
        Take third = new Take.PercentOfSubsidy(new BigDecimal("33.33"), RoundingMode.DOWN);
        FundSplit split = new FundSplit(List.of(step("province", third), step("city", third), rest("county")));
        assertThat(split.split(Money.ofFen(100), PREMIUM, null, NOBODY))
                .containsExactly(share("province", 33), share("city", 33), share("county", 34));
    }

    @Test
    void noFundTakesMoreThanIsLeft() {
        FundSplit split = new FundSplit(List.of(
                step("first", new Take.PercentOfPremium(new BigDecimal("75"), RoundingMode.DOWN)),
                step("second", new Take.Fixed(Money.ofYuan("90"))),
                rest("third")));
        assertThat(split.split(PREMIUM, PREMIUM, null, NOBODY))
                .containsExactly(share("first", 30_000), share("second", 9_000), share("third", 1_000));
        assertThat(split.split(Money.ofYuan("350"), PREMIUM, null, NOBODY))
                .containsExactly(share("first", 30_000), share("second", 5_000));
        assertThat(split.split(Money.ofYuan("200"), PREMIUM, null, NOBODY)).containsExactly(share("first", 20_000));
    }

    @Test
    void aFundPaysOnlyForWhomItIsMeant() {
        FundSplit split = new FundSplit(List.of(
                new Step("assistance", new Take.Rest(), new Condition.Holds(Set.of("poor"), Map.of())),
                rest("county")));
        Situation poor = NOBODY.counting(List.of(Held.of("poor")));
        assertThat(split.split(PREMIUM, PREMIUM, null, poor)).containsExactly(share("assistance", 40_000));
        assertThat(split.split(PREMIUM, PREMIUM, null, NOBODY)).containsExactly(share("county", 40_000));
    }

    @Test
    void theCertifiersOwnFundStandsInForIt() {
        FundSplit split = new FundSplit(List.of(rest(FundSplit.CERTIFIER)));
        assertThat(split.split(PREMIUM, PREMIUM, "civil", NOBODY)).containsExactly(share("civil", 40_000));
    }

    @Test
    void someFundMustTakeTheRest() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FundSplit(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FundSplit(List.of(step("county", new Take.Fixed(PREMIUM)))));
    }

    private static Step step(String fund, Take take) {
        return new Step(fund, take, Condition.always());
    }

    private static Step rest(String fund) {
        return step(fund, new Take.Rest());
    }

    private static Share share(String fund, long fen) {
        return new Share(fund, Money.ofFen(fen));
    }
}
