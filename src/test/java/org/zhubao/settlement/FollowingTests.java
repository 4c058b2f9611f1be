package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Money;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Share;
import org.zhubao.rules.Trace;
import org.zhubao.settlement.Following.Verdict;

/** What follows when somebody who was charged is determined otherwise, by the words of two notices. */
class FollowingTests {

    private static final Policy DISABLED_2025 = PolicyTexts.policy("panzhihua-disabled-2025");
    private static final Policy HARDSHIP_2021 = PolicyTexts.policy("panzhihua-hardship-2021");

    @Test
    void theSameSubsidyOutOfOtherFundsIsShifted() {
        assertThat(after(DISABLED_2025, granted("disabled", 40_000), granted("subsistence-allowance", 40_000)))
                .returns(Verdict.CHARGED, Following::verdict)
                .returns(EntryKind.SHIFT, Following::kind);
    }

    @Test
    void aDisabledPersonWhoIsGrantedMoreGetsTheRestWithTheClauseThatSaysSo() {
        assertThat(after(DISABLED_2025, granted("subsistence-allowance", 30_000), granted("disabled", 40_000)))
                .returns(EntryKind.TOP_UP, Following::kind)
                .returns(List.of("mistaken-payments"), Following::basis);
    }

    @Test
    void onceTheCoverHasBegunNothingIsRefunded() {
        assertThat(after(DISABLED_2025, granted("disabled", 40_000), null))
                .returns(Verdict.KEPT, Following::verdict)
                .returns(List.of("no-refunds"), Following::basis);
    }

    @Test
    void whoeverIsRemovedBeforeTheCoverIsDeducted() {
        assertThat(Following.of(DISABLED_2025, granted("disabled", 40_000), null, false))
                .returns(EntryKind.DEDUCTION, Following::kind)
                .returns(EntryCause.REMOVAL, Following::cause);
        assertThat(Following.of(DISABLED_2025, granted("disabled", 40_000), refused(), false))
                .returns(EntryKind.DEDUCTION, Following::kind);
    }

    @Test
    void theDeadAreDeductedByTheirOwnClauseOfEachNotice() {
        assertThat(HARDSHIP_2021.deaths()).containsExactly("deaths");
        assertThat(DISABLED_2025.deaths()).containsExactly("last-list");
        assertThat(Following.death(HARDSHIP_2021.deaths()))
                .returns(EntryCause.DEATH, Following::cause)
                .returns(List.of("deaths"), Following::basis);
    }

    @Test
    void theRegisteredPoorAreRefundedAndAllOthersStayAsTheyPaidInAugust() {
        assertThat(after(HARDSHIP_2021, granted("marginal-household", 13_750), granted("registered-poor", 27_500)))
                .returns(EntryKind.REFUND, Following::kind);
        assertThat(after(
                        HARDSHIP_2021, granted("marginal-household", 13_750), granted("subsistence-allowance", 27_500)))
                .returns(Verdict.KEPT, Following::verdict);
    }

    @Test
    void whereTheNoticeIsSilentAPersonDecides() {
        assertThat(after(HARDSHIP_2021, granted("subsistence-allowance", 27_500), refused()))
                .returns(Verdict.OPEN, Following::verdict);
        assertThat(after(DISABLED_2025, granted("disabled", 40_000), review()))
                .returns(Verdict.OPEN, Following::verdict);
    }

    private static Following after(Policy policy, Determination paidBy, @Nullable Determination now) {
        return Following.of(policy, paidBy, now, true);
    }

    private static Granted granted(String identity, long fen) {
        Money subsidy = Money.ofFen(fen);
        return new Granted(
                List.of("standard"),
                List.of(identity),
                identity,
                "",
                subsidy,
                subsidy,
                Money.ZERO,
                List.of(new Share("fund", subsidy)),
                Trace.NONE);
    }

    private static Refused refused() {
        return new Refused(Reason.HOLDS_NOTHING, "", Money.ofFen(40_000), Trace.NONE);
    }

    private static NeedsReview review() {
        return new NeedsReview(Reason.TEXT_SILENT, List.of(), Trace.NONE);
    }
}
