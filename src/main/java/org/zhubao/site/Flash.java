package org.zhubao.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * One sentence on top of the next page, after a redirect.
 *
 * @param kind {@code success}, {@code notice} or {@code failure}, also the style
 * @param code the whole message key
 */
public record Flash(String kind, String code, List<Serializable> arguments) implements Serializable {

    /** The name under which the layout looks for it. */
    public static final String ATTRIBUTE = "flash";

    public Flash {
        arguments = List.copyOf(arguments);
    }

    /** Says that what was asked for is done: {@code Flash.success(redirect, "users.created", name)}. */
    public static void success(RedirectAttributes redirect, String code, Serializable... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, new Flash("success", code, List.of(arguments)));
    }

    /** Says that it is done in part, and something is left to do. */
    public static void notice(RedirectAttributes redirect, String code, Serializable... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, new Flash("notice", code, List.of(arguments)));
    }

    /** A success for a request that htmx sent from within a page: the browser then goes to {@code address}. */
    public static void success(HttpServletRequest request, HttpServletResponse response, String address, String code) {
        RequestContextUtils.getOutputFlashMap(request).put(ATTRIBUTE, new Flash("success", code, List.of()));
        RequestContextUtils.saveOutputFlashMap(address, request, response);
        response.setHeader("HX-Redirect", address);
    }

    /** The sentence that explains a refusal. */
    public static Flash failure(Refusal refusal) {
        return new Flash(
                "failure",
                refusal.messageKey(),
                refusal.arguments().stream().map(Flash::storable).toList());
    }

    private static Serializable storable(Object argument) {
        return argument instanceof Serializable serializable ? serializable : argument.toString();
    }
}
