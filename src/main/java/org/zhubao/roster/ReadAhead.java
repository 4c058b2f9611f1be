package org.zhubao.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Reads rows in a thread of its own, some blocks ahead of whoever stores them. The storing thread is never held up by the
 * reading one: it can give up whatever the reader is at.
 */
final class ReadAhead {

    private static final int BLOCK = 2048;
    private static final int BLOCKS_AHEAD = 2;
    private static final int PATIENCE_MILLIS = 200;
    private static final List<CheckedRow> END = new ArrayList<>(0);

    private final BlockingQueue<List<CheckedRow>> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private List<CheckedRow> block = new ArrayList<>(BLOCK);

    private ReadAhead() {}

    /**
     * @param reading hands over each row
     * @param storing takes the rows in their order, many at once, in the caller's thread
     * @param watch told now and then how many rows were stored; what it throws ends the reading
     * @return what {@code reading} returned, or throws what it threw
     */
    static <T> T run(Function<Consumer<CheckedRow>, T> reading, Consumer<List<CheckedRow>> storing, IntConsumer watch) {
        ReadAhead ahead = new ReadAhead();
        FutureTask<T> task = new FutureTask<>(() -> ahead.read(reading));
        Thread thread = new Thread(task, "roster-reading");
        thread.setDaemon(true);
        thread.start();
        try {
            ahead.store(storing, watch);
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            task.cancel(true);
        }
    }

    private <T> T read(Function<Consumer<CheckedRow>, T> reading) throws InterruptedException {
        try {
            T result = reading.apply(this::add);
            blocks.put(block);
            return result;
        } finally {
            blocks.put(END);
        }
    }

    private void add(CheckedRow row) {
        block.add(row);
        if (block.size() == BLOCK) {
            try {
                blocks.put(block);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("nobody wants the rows any more", e);
            }
            block = new ArrayList<>(BLOCK);
        }
    }

    private void store(Consumer<List<CheckedRow>> storing, IntConsumer watch) throws InterruptedException {
        int stored = 0;
        for (List<CheckedRow> next = List.of();
                next != END;
                next = blocks.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            watch.accept(stored);
            if (next != null && !next.isEmpty()) {
                storing.accept(next);
                stored += next.size();
            }
        }
    }
}
