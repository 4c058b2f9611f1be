package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;

@DatabaseTest
class DatabaseRoleTests {

    @Autowired
    private JdbcClient application;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Test
    void theApplicationDoesNotStartAsSomebodyWhomTheWallsDoNotHold() {
        assertThatThrownBy(() -> new DatabaseRole(database.sql()).afterSingletonsInstantiated())
                .hasMessageContaining("zhubao_app");
        assertThatThrownBy(() -> new DatabaseRole(database.owner()).afterSingletonsInstantiated())
                .as("not a superuser, but the owner")
                .hasMessageContaining("SPRING_FLYWAY_USER");
    }

    @Test
    void itStartsAsTheRoleThatOwnsNothing() {
        assertThatCode(() -> new DatabaseRole(application).afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }
}
