package org.zhubao.roster;

import java.time.Duration;
import java.util.UUID;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Notes how far a reading has come, and ends it when it was given up or takes too long. */
final class ReadingWithin implements ReadingWatch {

    private static final long NANOS_BETWEEN_NOTES = Duration.ofMillis(500).toNanos();

    private final ReadingNotes notes;
    private final UUID batch;
    private final long end;
    private ReadingStage stage = ReadingStage.RECEIVED;
    private long noted;

    ReadingWithin(Duration deadline, ReadingNotes notes, UUID batch) {
        this.notes = notes;
        this.batch = batch;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    /** Thrown when the sender has given up. */
    static final class GivenUp extends RuntimeException {}

    @Override
    public void at(ReadingStage now, int rows) {
        long time = System.nanoTime();
        if (time > end) {
            throw new RosterFileRefused(Reason.TOO_SLOW);
        }
        if (now != stage || time - noted > NANOS_BETWEEN_NOTES) {
            stage = now;
            noted = time;
            if (!notes.at(batch, now, rows)) {
                throw new GivenUp();
            }
        }
    }
}
