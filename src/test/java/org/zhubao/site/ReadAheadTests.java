package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads do what one did: the same rows in the same order, and what goes wrong in either ends both. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ReadAheadTests {

    private static final int MANY = 10_000;
    private static final int AT_ONCE = 1_024;

    @Test
    void everyRowArrivesOnceAndInItsOrder() {
        List<Integer> taken = new ArrayList<>();

        String result = run(ReadAheadTests::manyRows, taken::addAll);

        assertThat(result).isEqualTo("read");
        assertThat(taken).isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
    }

    @Test
    void aFileWithoutRowsIsReadToo() {
        assertThat(run(sink -> "nobody", rows -> {})).isEqualTo("nobody");
    }

    @Test
    void whatTheReaderThrowsReachesTheCallerUnchanged() {
        IllegalArgumentException broken = new IllegalArgumentException("broken");

        assertThatThrownBy(() -> run(
                        sink -> {
                            sink.accept(1);
                            throw broken;
                        },
                        rows -> {}))
                .isSameAs(broken);
    }

    @Test
    void anErrorOfTheReaderIsAnErrorOfTheCaller() {
        StackOverflowError deep = new StackOverflowError();

        assertThatThrownBy(() -> run(
                        sink -> {
                            throw deep;
                        },
                        rows -> {}))
                .isSameAs(deep);
    }

    @Test
    void aReaderWhoseRowsNobodyCanTakeStops() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);

        assertThatThrownBy(() -> run(
                        untilStopped(stopped),
                        rows -> rows.forEach(row -> {
                            throw new IllegalArgumentException("the disk is full");
                        })))
                .hasMessage("the disk is full");
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderWhoseRowsNobodyWantsStops() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        List<Integer> taken = new ArrayList<>();
        Predicate<List<Integer>> noMoreThanOneBlock = rows -> {
            taken.addAll(rows);
            return taken.isEmpty();
        };

        String result = ReadAhead.run("reader", AT_ONCE, untilStopped(stopped), noMoreThanOneBlock);

        assertThat(result).isNull();
        assertThat(taken).hasSize(AT_ONCE);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderThatNeverComesToARowDoesNotHoldUpWhoeverGivesItUp() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> run(
                        sink -> {
                            awaitInterrupted(never);
                            return "read";
                        },
                        new Patience(3)::look))
                .hasMessage("too long");
    }

    /** Looks so many times. */
    private static final class Patience {

        private int left;

        Patience(int looks) {
            left = looks;
        }

        void look(List<Integer> rows) {
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

    private static String run(Function<Consumer<Integer>, String> reading, Consumer<List<Integer>> taking) {
        return ReadAhead.run("reader", AT_ONCE, reading, rows -> {
            taking.accept(rows);
            return true;
        });
    }

    private static Function<Consumer<Integer>, String> untilStopped(CountDownLatch stopped) {
        return sink -> {
            try {
                return manyRows(sink);
            } finally {
                stopped.countDown();
            }
        };
    }

    private static String manyRows(Consumer<Integer> sink) {
        IntStream.rangeClosed(1, MANY).forEach(sink::accept);
        return "read";
    }
}
