package org.zhubao.site.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.zhubao.site.Api;
import org.zhubao.site.Back;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/**
 * Shows a {@link Refusal}: on top of the page the form was on, or as a page of its own. Those of programs it throws on
 * to {@link ApiProblems}.
 */
@ControllerAdvice
class RefusalAdvice {

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        if (Api.isAskedBy(request)) {
            throw refusal;
        }
        if (refusal.isOvertaken()) {
            return page(refusal).addObject("back", Back.path(request));
        }
        if (refusal.status() == HttpStatus.CONFLICT && HttpMethod.POST.matches(request.getMethod())) {
            RequestContextUtils.getOutputFlashMap(request).put(Flash.ATTRIBUTE, Flash.failure(refusal));
            return new ModelAndView(Back.from(request));
        }
        return page(refusal);
    }

    /** Two have changed the same at once, and this one would have overwritten what the other did. */
    @ExceptionHandler
    ModelAndView overtaken(ConcurrencyFailureException thrown, HttpServletRequest request) {
        if (Api.isAskedBy(request)) {
            throw thrown;
        }
        return page(Refusal.overtaken("changed-meanwhile")).addObject("back", Back.path(request));
    }

    /** A form that is no upload where one is wanted. Uploads that are too large have a page of their own. */
    @ExceptionHandler
    ModelAndView refused(MultipartException thrown, HttpServletRequest request) {
        if (thrown instanceof MaxUploadSizeExceededException) {
            throw thrown;
        }
        Refusal refusal = new Refusal(HttpStatus.BAD_REQUEST, "bad-request");
        if (Api.isAskedBy(request)) {
            throw refusal;
        }
        return page(refusal);
    }

    private static ModelAndView page(Refusal refusal) {
        ModelAndView page = new ModelAndView("site/refused", refusal.status());
        page.addObject("refusal", refusal);
        return page;
    }
}
