package org.zhubao.account.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.zhubao.account.Area;

/**
 * Who gets in where, and what every answer forbids the browser. Spring Security's own password check spends the same
 * time on unknown and on locked users as on all others.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SignInRules {

    private static final String SIGN_IN = "/sign-in";

    /** Open to everybody; nothing here shows data. */
    private static final String[] OPEN = {
        SIGN_IN, "/language", "/invitation/**", "/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.ico"
    };

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain screens(HttpSecurity http, SessionRegistry sessions) throws Exception {
        return http.authorizeHttpRequests(SignInRules::rights)
                .formLogin(form -> form.loginPage(SIGN_IN).failureUrl(SIGN_IN + "?failed"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?signedOut"))
                .sessionManagement(session ->
                        session.maximumSessions(-1).sessionRegistry(sessions).expiredUrl(SIGN_IN + "?expired"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new StalePage(SIGN_IN + "?expired"))
                        .authenticationEntryPoint(new SignInEntryPoint(SIGN_IN)))
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
        for (Area area : Area.values()) {
            requests.requestMatchers(area.patterns().toArray(String[]::new)).hasAnyRole(area.roleNames());
        }
        requests.anyRequest().authenticated();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Lets the registry forget sessions that ran out. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
