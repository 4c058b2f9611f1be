package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.holding;
import static org.zhubao.rules.Rulebook.rulebook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTests {

    /** Numbers are stored with every outcome: one that changes here would rewrite history. */
    @ParameterizedTest
    @CsvSource({
        "GRANTED, 100",
        "GRANTED_BY_OVERRIDE, 101",
        "HOLDS_NOTHING, 200",
        "OUTSIDE_DEFINITION, 201",
        "PAYS_IN_FULL, 202",
        "RECOGNISED_OUT_OF_TIME, 203",
        "CERTIFICATE_EXPIRED, 210",
        "CERTIFICATE_FROZEN, 211",
        "CERTIFICATE_CANCELLED, 212",
        "CERTIFICATE_NOT_MOVED, 213",
        "PAID_BEFORE_ELIGIBLE, 214",
        "ENROLLED_ELSEWHERE, 215",
        "NOT_OF_THIS_PLACE, 216",
        "INSURED_AS_EMPLOYEE, 217",
        "EXCLUDED, 219",
        "REFUSED_BY_OVERRIDE, 220",
        "DIED_BEFORE_COVER, 221",
        "TEXT_SILENT, 300",
        "FACT_UNKNOWN, 310",
        "UNDECIDED_OVERLAP, 320"
    })
    void aNumberNeverChangesItsMeaning(Reason reason, int code) {
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.messageKey()).isEqualTo("reason." + code);
    }

    @Test
    void noNumberIsUsedTwice() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code)).doesNotHaveDuplicates();
    }

    @Test
    void onlyExclusionsCanBeStatedInAPolicy() {
        assertThat(Reason.exclusion("certificate-expired")).contains(Reason.CERTIFICATE_EXPIRED);
        assertThat(Reason.exclusion("granted")).isEmpty();
        assertThat(Reason.exclusion("text-silent")).isEmpty();
    }

    @Test
    void whoHoldsNothingIsToldSo() {
        Policy policy = rulebook().pays("a", 100, "poor").policy();
        Refused refused = (Refused) policy.determine(holding());
        assertThat(refused.reason()).isEqualTo(Reason.HOLDS_NOTHING);
        assertThat(refused.premium()).hasToString("400.00");
    }

    @Test
    void whoHoldsWhatNoClausePaysGoesToReview() {
        Policy policy = rulebook().pays("a", 100, "poor").policy();
        NeedsReview review = (NeedsReview) policy.determine(holding("old"));
        assertThat(review.reason()).isEqualTo(Reason.TEXT_SILENT);
        assertThat(review.open()).containsExactly("old");
    }

    @Test
    void anExclusionTellsMoreThanADefinitionNotMet() {
        Condition never = new Condition.Any(List.of());
        Policy policy = rulebook()
                .identity(meeting("poor", never, List.of()))
                .identity(meeting(
                        "old",
                        Condition.always(),
                        List.of(new Exclusion(Reason.CERTIFICATE_FROZEN, Condition.always(), List.of("frozen")))))
                .pays("a", 100, "poor", "old")
                .policy();
        assertThat(policy.determine(holding("poor")).reason()).isEqualTo(Reason.OUTSIDE_DEFINITION);
        Refused refused = (Refused) policy.determine(holding("poor", "old"));
        assertThat(refused.reason()).isEqualTo(Reason.CERTIFICATE_FROZEN);
        assertThat(refused.identity()).isEqualTo("old");
        assertThat(refused.trace().decidedBy()).containsExactly("frozen");
    }

    private static Identity meeting(String code, Condition meets, List<Exclusion> exclusions) {
        return new Identity(
                code,
                code,
                code,
                "civil-affairs",
                List.of(code),
                List.of(),
                meets,
                AsOf.ANY_TIME,
                exclusions,
                List.of("who"));
    }

    @Test
    void anExclusionOfThePersonComesBeforeEverything() {
        Condition elsewhere = new Condition.FactIs("elsewhere", Set.of("yes"));
        Policy policy = rulebook()
                .fact("elsewhere", "yes", "no")
                .excluded(Reason.ENROLLED_ELSEWHERE, elsewhere)
                .pays("a", 100, "poor")
                .policy();
        Facts facts = new Facts(LocalDate.of(1980, 1, 1), holding("poor").held(), Map.of("elsewhere", "yes"));
        Refused refused = (Refused) policy.determine(facts);
        assertThat(refused.reason()).isEqualTo(Reason.ENROLLED_ELSEWHERE);
        assertThat(refused.trace().decidedBy()).containsExactly("excluded");
        assertThat(refused.trace().identities()).hasSize(1);
    }
}
