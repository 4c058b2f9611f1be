package org.zhubao.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of the page being shown, for links that change one thing and keep the rest: {@code ${@here.with('page', 2)}}
 * keeps every filter, {@code ${@here.with('sort', 'name')}} starts again at page 1.
 */
@Component("here")
public class Here {

    private final HttpServletRequest request;

    Here(HttpServletRequest request) {
        this.request = request;
    }

    /** Path and query, with one parameter set to a new value. */
    public String with(String parameter, Object value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(parameter, value);
        if (!parameter.equals("page")) {
            address.replaceQueryParam("page");
        }
        return address.build().toUriString();
    }
}
