package org.zhubao.site.web;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.zhubao.site.ErrorReferences;

/** Gives every error page a reference that stands in the log too, and the kind that chooses its words. */
@Component
class ReferencedErrors extends DefaultErrorAttributes {

    private static final Logger log = LoggerFactory.getLogger(ReferencedErrors.class);

    private final ErrorReferences references;

    ReferencedErrors(ErrorReferences references) {
        this.references = references;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        int status = attributes.get("status") instanceof Integer number ? number : 500;
        String reference = references.next();
        attributes.put("reference", reference);
        attributes.put("kind", kind(status));
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST);
        if (status >= 500) {
            log.error("Error {}: {} at {}", reference, status, path, getError(request));
        } else {
            log.info("Error {}: {} at {}", reference, status, path);
        }
        return attributes;
    }

    private static int kind(int status) {
        return switch (status) {
            case 403, 404, 413, 429 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
