package org.zhubao.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.zhubao.support.DatabaseBehindTheWalls;

/** What intake is measured against: the same file read and stored, the same rows inserted, and nothing else. */
final class RawIntake {

    private static final String COLUMNS = "c0, c1, c2, c3, c4, c5, c6, c7, c8, c9";

    private final DatabaseBehindTheWalls database;

    RawIntake(DatabaseBehindTheWalls database) {
        this.database = database;
        database.sql().sql("drop table if exists raw_row, raw_claim").update();
        database.sql()
                .sql("create table raw_row (" + COLUMNS.replaceAll("c\\d", "$0 text") + ")")
                .update();
        database.sql()
                .sql("create table raw_claim (like identity_claim including all excluding generated)")
                .update();
    }

    /** Reads every cell with fastexcel and copies the texts into a table without indexes: nanoseconds. */
    long readAndCopy(Path file) throws IOException, SQLException {
        long begin = System.nanoTime();
        try (Connection connection = database.connection();
                CopyWriter copy = new CopyWriter(connection, "raw_row", COLUMNS);
                ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> iterator = rows.iterator();
            while (iterator.hasNext()) {
                Row row = iterator.next();
                Object[] cells = new Object[10];
                for (int i = 0; i < Math.min(cells.length, row.getCellCount()); i++) {
                    cells[i] = row.getCellText(i);
                }
                copy.row(cells);
            }
        }
        return System.nanoTime() - begin;
    }

    /** Inserts the claims of a roster once more, by one statement into a table with the same indexes: nanoseconds. */
    long insertAsManyClaims(UUID roster) {
        long begin = System.nanoTime();
        database.sql()
                .sql("insert into raw_claim select * from identity_claim where batch_id = ?")
                .param(roster)
                .update();
        return System.nanoTime() - begin;
    }
}
