package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.NamedWorkplaces;
import org.zhubao.account.SignedInUser;
import org.zhubao.account.Workplace;
import org.zhubao.site.Api;
import org.zhubao.site.Refusal;

/**
 * Fills in controllers' parameters of the types {@link CurrentUser} and {@link Workplace}: the latter from the session,
 * or, when a program asks, from the request's {@code division} and {@code benefitYear}.
 */
@Component
class AtWorkArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Workplaces workplaces;
    private final NamedWorkplaces named;

    AtWorkArguments(Workplaces workplaces, NamedWorkplaces named) {
        this.workplaces = workplaces;
        this.named = named;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class || parameter.getParameterType() == Workplace.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        CurrentUser user = SignedInUser.atWork().orElseThrow(Refusal::notAllowed);
        if (parameter.getParameterType() == CurrentUser.class) {
            return user;
        }
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        if (Api.isAskedBy(http)) {
            return named.of(user, parameter(http, "division"), benefitYear(http));
        }
        return workplaces.of(user, http).orElseThrow(Refusal::notFound);
    }

    private static int benefitYear(HttpServletRequest request) {
        String year = parameter(request, "benefitYear");
        if (!year.matches("\\d{4}")) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "benefitYear");
        }
        return Integer.parseInt(year);
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-missing", name);
        }
        return value;
    }
}
