package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhubao.division.Scope;
import org.zhubao.site.Refusal;

class FourEyesTests {

    private final CurrentUser reviewer =
            new CurrentUser(1, "reviewer-1", "Test", Role.REVIEWER, new Scope("510421"), null);

    @Test
    void nobodyApprovesWhatTheyProposed() {
        assertThatThrownBy(() -> FourEyes.requireOther("reviewer-1", reviewer))
                .isInstanceOf(Refusal.class)
                .hasMessage("four-eyes");
    }

    @Test
    void somebodyElseApproves() {
        assertThatCode(() -> FourEyes.requireOther("clerk-1", reviewer)).doesNotThrowAnyException();
    }
}
