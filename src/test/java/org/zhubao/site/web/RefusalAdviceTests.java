package org.zhubao.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.zhubao.site.Refusal;

/** What becomes of a form that is refused. */
class RefusalAdviceTests {

    private final RefusalAdvice advice = new RefusalAdvice();
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/settlement/1/approval");

    RefusalAdviceTests() {
        request.addHeader(HttpHeaders.REFERER, "http://office/settlement/1?page=2");
        request.setAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE, new FlashMap());
    }

    @Test
    void whoeverWasOvertakenIsToldByStatusAndLedBack() {
        ModelAndView page = advice.refused(Refusal.overtaken("settlement.moved-on"), request);

        assertThat(page.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(page.getModel()).containsEntry("back", "/settlement/1?page=2");
    }

    @Test
    void twoWhoChangeTheSameAtOnceAreNoFailureOfTheSystem() {
        var atOnce = new OptimisticLockingFailureException("changed by another transaction");

        ModelAndView page = advice.overtaken(atOnce, request);
        assertThat(page.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(page.getModel().get("refusal"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("changed-meanwhile"));

        request.setRequestURI("/api/v1/settlement-sheets");
        assertThatThrownBy(() -> advice.overtaken(atOnce, request)).isSameAs(atOnce);
    }

    @Test
    void whatTheUserCanPutRightIsSaidOnThePageTheFormIsOn() {
        ModelAndView page = advice.refused(new Refusal("settlement.words", 200), request);

        assertThat(page.getViewName()).isEqualTo("redirect:/settlement/1?page=2");
    }
}
