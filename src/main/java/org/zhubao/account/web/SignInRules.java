package org.zhubao.account.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.zhubao.account.Area;
import org.zhubao.account.Role;
import org.zhubao.account.Step;
import org.zhubao.site.Api;
import org.zhubao.site.Problems;
import org.zhubao.site.Refusal;

/**
 * Who gets in where, and what every answer forbids the browser. Spring Security's own password check spends the same
 * time on unknown and on locked users as on all others.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(SignInRules.Limits.class)
class SignInRules {

    private static final String SIGN_IN = "/sign-in";

    /** Open to everybody; nothing here shows data. */
    private static final String[] OPEN = {
        SIGN_IN, "/language", "/invitation/**", "/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.ico"
    };

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** How often a minute one address may try to sign in, and to upload. */
    @ConfigurationProperties("zhubao.rate-limit")
    record Limits(int signIn, int upload) {}

    @Bean
    SecurityFilterChain screens(HttpSecurity http, SignInProgress progress, Limits limits, Clock clock) {
        SignInEntryPoint signIn = new SignInEntryPoint(SIGN_IN);
        return http.authorizeHttpRequests(SignInRules::rights)
                .formLogin(form ->
                        form.loginPage(SIGN_IN).failureUrl(SIGN_IN + "?failed").successHandler(progress))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl(SIGN_IN + "?signedOut")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .addFilterBefore(rateLimit(limits, clock), CsrfFilter.class)
                .addFilterBefore(new SessionLifetime(paths(null, OPEN), signIn, clock), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.accessDeniedHandler(new StalePage(SIGN_IN + "?expired"))
                        .authenticationEntryPoint(signIn))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll();
        for (Step step : Step.values()) {
            requests.requestMatchers(step.path(), step.path() + "/**").hasAnyAuthority(whoTakes(step));
        }
        for (Area area : Area.values()) {
            requests.requestMatchers(area.patterns().toArray(String[]::new)).hasAnyRole(area.roleNames());
        }
        requests.anyRequest().hasAnyAuthority(everyRole().toArray(String[]::new));
    }

    /** Whoever is at this step of signing in; and who is at work, where the same page serves them too. */
    private static String[] whoTakes(Step step) {
        return Stream.concat(Stream.of(step.authority()), step == Step.CODE ? Stream.empty() : everyRole())
                .toArray(String[]::new);
    }

    private static Stream<String> everyRole() {
        return Arrays.stream(Role.values()).map(Role::authority);
    }

    /** No text holds the character that PostgreSQL cannot store. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    /** What the firewall does not let through, such as an address with a double slash. */
    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        RequestRejectedHandler page = new HttpStatusRequestRejectedHandler();
        return (request, response, why) -> {
            if (Api.isAskedBy(request)) {
                problems.answer(request, response, new Refusal(HttpStatus.BAD_REQUEST, "bad-request"));
            } else {
                page.handle(request, response, why);
            }
        };
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    private static RateLimit rateLimit(Limits limits, Clock clock) {
        return new RateLimit(
                new RateLimit.Limit(
                        paths(HttpMethod.POST, SIGN_IN, Step.CODE.path()), new FixedWindow(limits.signIn(), clock)),
                new RateLimit.Limit(paths(HttpMethod.POST, "/rosters"), new FixedWindow(limits.upload(), clock)));
    }

    private static RequestMatcher paths(@Nullable HttpMethod method, String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(p -> PathPatternRequestMatcher.pathPattern(method, p))
                .toList());
    }
}
