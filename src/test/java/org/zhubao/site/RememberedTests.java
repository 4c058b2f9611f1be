package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RememberedTests {

    private static final int USERS = 8;

    private final Remembered<String, Integer> figures = new Remembered<>();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void whatManyAskForAtOnceIsCountedOnce() throws Exception {
        CountDownLatch asking = new CountDownLatch(USERS);
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                answers.add(users.submit(() -> {
                    asking.countDown();
                    return figures.of("510421", county -> {
                        await(asking);
                        return counted.incrementAndGet();
                    });
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isOne();
            }
        } finally {
            users.shutdownNow();
        }
    }

    @Test
    void whatFailedIsCountedAgainForWhoeverAsksNext() {
        assertThatThrownBy(() -> figures.of("510421", county -> {
                    throw new IllegalArgumentException("no database");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(figures.of("510421", county -> 7)).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
