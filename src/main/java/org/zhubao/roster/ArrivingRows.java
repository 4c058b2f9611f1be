package org.zhubao.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.UncategorizedSQLException;
import org.zhubao.roster.RowColumns.Stored;

/** Writes the rows of one list, block by block; those whose number came before go where the transaction looks at them. */
final class ArrivingRows implements Consumer<List<CheckedRow>> {

    private final Connection connection;
    private final RowColumns columns;
    private final SeenKeys seen = new SeenKeys();

    /** @param connection in whose transaction there is a table {@code roster_repeated} */
    ArrivingRows(Connection connection, RowColumns columns) {
        this.connection = connection;
        this.columns = columns;
    }

    @Override
    public void accept(List<CheckedRow> block) {
        List<Stored> repeated = new ArrayList<>();
        try {
            try (CopyWriter copy = new CopyWriter(connection, "roster_row_arriving", RowColumns.NAMES)) {
                for (CheckedRow row : block) {
                    Stored stored = columns.of(row);
                    if (stored.key() == null || !row.acceptable() || seen.add(stored.key())) {
                        copy.row(stored.values());
                    } else {
                        repeated.add(stored);
                    }
                }
            }
            if (!repeated.isEmpty()) {
                try (CopyWriter copy = new CopyWriter(connection, "roster_repeated", RowColumns.NAMES)) {
                    for (Stored stored : repeated) {
                        copy.row(stored.values());
                    }
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("storing rows of a list", null, e);
        }
    }
}
