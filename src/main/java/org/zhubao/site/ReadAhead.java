package org.zhubao.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in a thread of its own, some blocks ahead of whoever takes them. The taking thread is never held up by the
 * reading one: it can give up whatever the reader is at.
 *
 * @param <R> a row
 */
public final class ReadAhead<R> {

    private static final int BLOCKS_AHEAD = 2;
    private static final int PATIENCE_MILLIS = 200;

    private final int rowsOfBlock;
    private final List<R> end = new ArrayList<>(0);
    private final BlockingQueue<List<R>> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private List<R> block = new ArrayList<>();

    private ReadAhead(int rowsOfBlock) {
        this.rowsOfBlock = rowsOfBlock;
    }

    /**
     * @param name of the reading thread
     * @param rowsOfBlock how many rows change hands at once; three times as many are in memory, besides those that are taken
     * @param reading hands over each row
     * @param taking gets the rows in their order, many at once or now and then none, in the caller's thread; when it says
     *     false or throws, the reading ends
     * @return what {@code reading} returned, or throws what it threw; null when no more rows were wanted
     */
    public static <R, T> @Nullable T run(
            String name, int rowsOfBlock, Function<Consumer<R>, T> reading, Predicate<List<R>> taking) {
        ReadAhead<R> ahead = new ReadAhead<>(rowsOfBlock);
        FutureTask<T> task = new FutureTask<>(() -> ahead.read(reading));
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return ahead.take(taking) ? task.get() : null;
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            task.cancel(true);
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    private <T> T read(Function<Consumer<R>, T> reading) throws InterruptedException {
        try {
            T result = reading.apply(this::add);
            blocks.put(block);
            return result;
        } finally {
            blocks.put(end);
        }
    }

    private void add(R row) {
        block.add(row);
        if (block.size() == rowsOfBlock) {
            try {
                blocks.put(block);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("nobody wants the rows any more", e);
            }
            block = new ArrayList<>(rowsOfBlock);
        }
    }

    /** @return whether all rows were wanted */
    private boolean take(Predicate<List<R>> taking) throws InterruptedException {
        boolean wanted = taking.test(List.of());
        while (wanted) {
            List<R> next = blocks.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (next == end) {
                return true;
            }
            wanted = taking.test(next == null ? List.of() : next);
        }
        return false;
    }
}
