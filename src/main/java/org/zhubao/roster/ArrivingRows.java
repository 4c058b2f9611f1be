package org.zhubao.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.UncategorizedSQLException;
import org.zhubao.roster.RowColumns.Stored;

/** Writes the rows of one list, block by block; those whose number came before go where the transaction looks at them. */
final class ArrivingRows implements Predicate<List<CheckedRow>> {

    private final Connection connection;
    private final RowColumns columns;
    private final ReadingWatch watch;
    private final SeenKeys seen = new SeenKeys();
    private int stored;

    /**
     * @param connection in whose transaction there is a table {@code roster_repeated}
     * @param watch told before each block how many rows are stored; what it throws ends the reading
     */
    ArrivingRows(Connection connection, RowColumns columns, ReadingWatch watch) {
        this.connection = connection;
        this.columns = columns;
        this.watch = watch;
    }

    /** All rows are wanted. */
    @Override
    public boolean test(List<CheckedRow> block) {
        watch.at(stored == 0 ? ReadingStage.LOOKING : ReadingStage.READING, stored);
        if (!block.isEmpty()) {
            store(block);
            stored += block.size();
        }
        return true;
    }

    private void store(List<CheckedRow> block) {
        List<Stored> repeated = new ArrayList<>();
        try {
            try (CopyWriter copy = new CopyWriter(connection, "roster_row_arriving", RowColumns.NAMES)) {
                for (CheckedRow row : block) {
                    Stored stored = columns.of(row);
                    if (stored.key() == null || !stored.acceptable() || seen.add(stored.key())) {
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
