package org.zhubao.account.web;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions are rows in the database: they survive a restart, and any node knows them. Without a click they end after
 * half an hour; {@link SessionLifetime} ends them in any case.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 30 * 60)
class SessionStore {

    static final String COOKIE = "zhubao-session";

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }

    /**
     * Each page opens a session, and none has to be written for that: when it was used last is known to the minute.
     * Whatever else changes is written at once.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsAreWrittenOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(
                """
                update %TABLE_NAME% s
                set session_id = n.session_id, last_access_time = n.last_access_time,
                    max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                    principal_name = n.principal_name
                from (values (?, ?::bigint, ?::int, ?::bigint, ?, ?)) n
                    (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
                where s.primary_id = n.primary_id
                    and (n.last_access_time - s.last_access_time >= 60000
                        or (n.session_id, n.max_inactive_interval, n.principal_name)
                            is distinct from (s.session_id, s.max_inactive_interval, s.principal_name))
                """);
    }

    /**
     * A transaction of its own kind: those of the product ask first who is signed in, which is what a session is read
     * to find out. One that is under way is put aside first, as a session is also written while a download reads;
     * this kind would not notice it and commit on its connection.
     */
    @Bean
    TransactionOperations springSessionTransactionOperations(
            @Qualifier("transactionManager") PlatformTransactionManager products, DataSource database) {
        TransactionTemplate aside = new TransactionTemplate(products);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        TransactionTemplate own = new TransactionTemplate(new JdbcTransactionManager(database));
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> work) {
                return aside.execute(nothing -> own.execute(work));
            }
        };
    }

    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new SessionReading());
        return conversion;
    }

    /** Error pages are pages too. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> sessionFilter(
            SessionRepositoryFilter<? extends Session> filter) {
        FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> registration =
                new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }
}
