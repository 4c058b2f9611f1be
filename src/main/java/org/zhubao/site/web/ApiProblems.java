package org.zhubao.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhubao.site.Api;
import org.zhubao.site.ErrorReferences;
import org.zhubao.site.Problems;
import org.zhubao.site.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Whatever goes wrong under {@code /api/} is answered as a problem, never with a page and never with a stack trace. */
@Component
class ApiProblems implements HandlerExceptionResolver, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;
    private final ErrorReferences references;

    ApiProblems(Problems problems, ErrorReferences references) {
        this.problems = problems;
        this.references = references;
    }

    /** Behind the modules' own advice, before the framework's answers without a body. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(1, this);
    }

    /** Leaves to Spring Security what its own filters answer. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!Api.isAskedBy(request)
                || thrown instanceof AccessDeniedException
                || thrown instanceof AuthenticationException) {
            return null;
        }
        try {
            if (response.isCommitted()) {
                log.error("The answer to {} broke off", request.getRequestURI(), thrown);
            } else {
                response.reset();
                problems.answer(response, problem(request, thrown));
            }
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProblemDetail problem(HttpServletRequest request, Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            return problems.of(refusal, request);
        }
        ProblemDetail problem = problems.of(refusal(thrown), request);
        if (problem.getStatus() >= 500) {
            String reference = references.next();
            log.error("Error {}: {} at {}", reference, problem.getStatus(), request.getRequestURI(), thrown);
            problem.setProperty("reference", reference);
        }
        return problem;
    }

    private static Refusal refusal(Exception thrown) {
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return new Refusal(HttpStatus.BAD_REQUEST, "parameter-missing", missing.getParameterName());
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return new Refusal(HttpStatus.BAD_REQUEST, "parameter-missing", missing.getRequestPartName());
        }
        if (thrown instanceof TypeMismatchException wrong) {
            return new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", String.valueOf(wrong.getPropertyName()));
        }
        if (thrown instanceof RequestRejectedException) {
            return new Refusal(HttpStatus.BAD_REQUEST, "bad-request");
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable.getCause());
        }
        if (thrown instanceof ConcurrencyFailureException) {
            return Refusal.overtaken("changed-meanwhile");
        }
        if (thrown instanceof HttpMediaTypeNotSupportedException unsupported) {
            String wanted = unsupported.getSupportedMediaTypes().stream()
                    .map(MediaType::toString)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type-unsupported", wanted);
        }
        HttpStatus status = thrown instanceof ErrorResponse answer
                ? HttpStatus.valueOf(answer.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
        return new Refusal(status, code(status));
    }

    private static Refusal unreadable(@Nullable Throwable cause) {
        if (cause instanceof InputCoercionException large && field(large).isPresent()) {
            boolean small = large.getTargetType() == int.class;
            return new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "number-out-of-range",
                    field(large).get(),
                    String.valueOf(small ? Integer.MIN_VALUE : Long.MIN_VALUE),
                    String.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE));
        }
        return Optional.ofNullable(cause instanceof DatabindException wrong ? wrong : null)
                .flatMap(ApiProblems::field)
                .map(field -> new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", field))
                .orElseGet(() -> new Refusal(HttpStatus.BAD_REQUEST, "body-unreadable"));
    }

    /** The innermost field of a body that is JSON, but not what was asked for. */
    private static Optional<String> field(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner);
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "no-such-page";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is5xxServerError() ? "failed" : "bad-request";
        };
    }
}
