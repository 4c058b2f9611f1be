package org.zhubao.roster.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;
import org.zhubao.roster.RosterReading;
import org.zhubao.roster.RosterShape;

/** Reads whatever departments send. */
@Component
class SpreadsheetRosterReading implements RosterReading {

    private static final long MAX_BYTES = 50L * 1024 * 1024;

    @Override
    public RosterShape read(Path file, String fileName, RosterExpectation expected, Consumer<CheckedRow> rows) {
        TableVisitor visitor = new TableVisitor(expected, row -> {
            try {
                rows.accept(row);
            } catch (RuntimeException e) {
                throw new CallerFailed(e);
            }
        });
        try {
            reader(file, fileName).visit(file, new Deadline(visitor));
        } catch (RosterFileRefused e) {
            throw e;
        } catch (CallerFailed e) {
            throw e.failure;
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
            // Parsers answer a broken file with anything
            throw new RosterFileRefused(Reason.BROKEN, e);
        }
        return visitor.shape();
    }

    static SheetFile reader(Path file, String fileName) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new RosterFileRefused(Reason.EMPTY);
        }
        if (size > MAX_BYTES) {
            throw new RosterFileRefused(Reason.TOO_LARGE);
        }
        return FileForm.of(file).reader(fileName);
    }

    /** Tells what the caller throws from what a parser throws. */
    private static final class CallerFailed extends RuntimeException {

        private final RuntimeException failure;

        CallerFailed(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
