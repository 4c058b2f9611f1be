package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhubao.support.DatabaseTest;

/** What departments write reaches the database as they wrote it. */
@DatabaseTest
class CopyWriterTests {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whateverACellHoldsComesBackAsItWas() {
        List<String> cells = List.of(
                "",
                " 王 小明　",
                "a\tb",
                "first\nsecond\r\nthird",
                "C:\\temp\\.",
                "\\N",
                "\\.",
                "\\x41",
                "=1+1",
                "\"'; drop table person; --",
                "𠮷\uE863扎西·次仁",
                "{\"a\": \"\\\"b\"}");

        assertThat(copied(cells.toArray())).isEqualTo(cells);
    }

    @Test
    void aCharacterThatTheDatabaseCannotHoldBecomesASpace() {
        assertThat(copied("王\0明")).containsExactly("王 明");
    }

    @Test
    void nothingIsNothingAndNotAnEmptyText() {
        assertThat(copied((Object) null, "")).containsExactly(null, "");
    }

    @Test
    void bytesStayBytes() {
        byte[] bytes = {0, 9, 10, 92, 127, -128, -1};

        assertThat(copy("bytea", byte[].class, new Object[] {bytes})).containsExactly(bytes);
    }

    private List<String> copied(Object... values) {
        return copy("text", String.class, values);
    }

    private <T> List<T> copy(String type, Class<T> as, Object... values) {
        return jdbc.execute((ConnectionCallback<List<T>>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table copied (position int, value " + type + ")");
                try (CopyWriter copy = new CopyWriter(connection, "copied", "position, value")) {
                    for (int i = 0; i < values.length; i++) {
                        copy.row(i, values[i]);
                    }
                }
                List<T> found = new ArrayList<>();
                try (var rows = statement.executeQuery("select value from copied order by position")) {
                    while (rows.next()) {
                        found.add(as.cast(rows.getObject(1)));
                    }
                }
                statement.execute("drop table copied");
                return found;
            }
        });
    }
}
