package org.zhubao.account.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.zhubao.account.ApiTokens;
import org.zhubao.account.Area;
import org.zhubao.account.web.SignInRules.Limits;
import org.zhubao.site.Api;
import org.zhubao.site.Problems;

/**
 * Who may use the HTTP interface: programs with a token, each call for the roles that may enter its area of the screens.
 * There is no session and so no CSRF; a browser's session opens nothing here, only the interface's description.
 */
@Configuration(proxyBeanMethods = false)
class ApiRules {

    private static final String DESCRIPTION = "/v3/api-docs";

    private final ApiTokens tokens;
    private final ProblemAnswers problems;
    private final RateLimit rateLimit;

    ApiRules(ApiTokens tokens, Problems problems, Limits limits, Clock clock) {
        this.tokens = tokens;
        this.problems = new ProblemAnswers(problems);
        FixedWindow uploads = new FixedWindow(limits.upload(), clock);
        this.rateLimit = new RateLimit(
                this.problems::refuseTooOften, limit("v1/rosters", uploads), limit("v1/payments", uploads));
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        return withTokens(http.securityMatcher(Api.ROOT + "**"))
                .authorizeHttpRequests(ApiRules::rights)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain description(HttpSecurity http) throws Exception {
        return withTokens(http.securityMatcher(DESCRIPTION, DESCRIPTION + "/**", DESCRIPTION + ".yaml"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    private HttpSecurity withTokens(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(out -> out.disable())
                .addFilterBefore(rateLimit, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new BearerFilter(tokens, problems), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    private static RateLimit.Limit limit(String call, FixedWindow window) {
        return new RateLimit.Limit(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, Api.ROOT + call), window);
    }

    /** What nobody has decided about is closed. */
    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        open(requests, "rosters", Area.ROSTERS);
        open(requests, "determination-runs", Area.DETERMINATIONS);
        open(requests, "determinations", Area.DETERMINATIONS);
        open(requests, "review-items", Area.REVIEW);
        open(requests, "mark-pushes", Area.TAX);
        open(requests, "payments", Area.TAX);
        open(requests, "reconciliations", Area.TAX);
        open(requests, "settlement-sheets", Area.SETTLEMENT);
        open(requests, "policies", Area.POLICIES);
        requests.anyRequest().denyAll();
    }

    private static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String calls,
            Area area) {
        requests.requestMatchers(Api.ROOT + "v1/" + calls, Api.ROOT + "v1/" + calls + "/**")
                .hasAnyRole(area.roleNames());
    }
}
