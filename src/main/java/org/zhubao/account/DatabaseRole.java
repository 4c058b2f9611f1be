package org.zhubao.account;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start as a database role that the walls do not hold: an owner, or one that may go around them. */
@Component
class DatabaseRole implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    DatabaseRole(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException says what to do instead */
    @Override
    public void afterSingletonsInstantiated() {
        boolean goesAround = jdbc.sql(
                        """
                        select rolsuper or rolbypassrls or exists (select from pg_class c
                                where c.relnamespace = 'public'::regnamespace
                                    and pg_has_role(current_user, c.relowner, 'usage'))
                        from pg_roles where rolname = current_user
                        """)
                .query(Boolean.class)
                .single();
        if (goesAround) {
            throw new IllegalStateException("The application must connect as a role that owns no table and does not"
                    + " bypass row-level security: zhubao_app. The owner's name and password belong into"
                    + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD; see docs/operations.md.");
        }
    }
}
