package org.zhubao.roster;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says how far reading has come, at once and for everybody to see; the reading itself is seen when it is over. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ReadingNotes {

    private final JdbcClient jdbc;

    ReadingNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the how-manieth attempt this is; 0 when the batch is not waiting to be read */
    int begin(UUID batch) {
        return jdbc.sql(
                        """
                        update roster_batch set reading_attempts = reading_attempts + 1, rows_read = 0,
                            rows_acceptable = 0
                        where id = ? and status = 'READING' returning reading_attempts
                        """)
                .param(batch)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * Rows count as acceptable as long as all of them together are not judged.
     *
     * @return false when the batch has been given up
     */
    boolean at(UUID batch, ReadingStage stage, int rows) {
        return jdbc.sql(
                                """
                                update roster_batch set reading_stage = ?, rows_read = ?, rows_acceptable = ?
                                where id = ? and status = 'READING'
                                """)
                        .params(stage.name(), rows, rows, batch)
                        .update()
                == 1;
    }

    /**
     * Whether it is the turn of the caller, until the caller's transaction ends: lists are read one after the other, on
     * however many servers.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean isMyTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('roster-reading'))")
                .query(Boolean.class)
                .single();
    }
}
