package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads do what one did: the same rows in the same order, and what goes wrong in either ends both. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ReadAheadTests {

    private static final int MANY = 10_000;

    @Test
    void everyRowArrivesOnceAndInItsOrder() {
        List<Integer> stored = new ArrayList<>();
        List<Integer> told = new ArrayList<>();

        String result = ReadAhead.run(
                ReadAheadTests::manyRows, rows -> rows.forEach(row -> stored.add(row.rowNumber())), told::add);

        assertThat(result).isEqualTo("read");
        assertThat(stored).isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
        assertThat(told).isSorted().startsWith(0).endsWith(MANY - MANY % 2048);
    }

    @Test
    void aFileWithoutRowsIsReadToo() {
        String result = ReadAhead.run(sink -> "nobody", row -> {}, rows -> {});

        assertThat(result).isEqualTo("nobody");
    }

    @Test
    void whatTheReaderThrowsReachesTheCallerUnchanged() {
        RosterFileRefused refused = new RosterFileRefused(RosterFileRefused.Reason.BROKEN);

        assertThatThrownBy(() -> ReadAhead.run(
                        sink -> {
                            sink.accept(row(1));
                            throw refused;
                        },
                        row -> {},
                        rows -> {}))
                .isSameAs(refused);
    }

    @Test
    void aReaderWhoseRowsNobodyCanStoreStops() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);

        assertThatThrownBy(() -> ReadAhead.run(
                        sink -> {
                            try {
                                return manyRows(sink);
                            } finally {
                                stopped.countDown();
                            }
                        },
                        row -> {
                            throw new IllegalArgumentException("the disk is full");
                        },
                        rows -> {}))
                .hasMessage("the disk is full");
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderThatNeverComesToARowDoesNotHoldUpWhoeverGivesItUp() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> ReadAhead.run(
                        sink -> {
                            awaitInterrupted(never);
                            return "read";
                        },
                        row -> {},
                        new Patience(3)::look))
                .hasMessage("too long");
    }

    /** Looks so many times. */
    private static final class Patience {

        private int left;

        Patience(int looks) {
            left = looks;
        }

        void look(int rows) {
            if (--left == 0) {
                throw new IllegalStateException("too long");
            }
        }
    }

    private static void awaitInterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String manyRows(Consumer<CheckedRow> sink) {
        IntStream.rangeClosed(1, MANY).forEach(number -> sink.accept(row(number)));
        return "read";
    }

    private static CheckedRow row(int number) {
        return new CheckedRow(
                number, List.of(), "", "", "", null, "", null, Map.of(), null, "", "", null, null, null, null,
                List.of());
    }
}
