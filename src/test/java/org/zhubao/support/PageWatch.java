package org.zhubao.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;

/** A clerk who opens one page after the other while something heavy goes on, and remembers how long each took. */
public final class PageWatch implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final List<String> PAGES = List.of("/", "/rosters", "/people");

    private final List<Long> millis = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor();
    private final MockMvc mvc;
    private final String county;

    public PageWatch(MockMvc mvc, CountySeason season) {
        this.mvc = mvc;
        this.county = season.code();
        open();
        millis.clear();
        clerk.scheduleWithFixedDelay(this::open, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void open() {
        for (String page : PAGES) {
            long begin = System.nanoTime();
            try {
                mvc.perform(MockMvcRequestBuilders.get(page).with(SignedIn.as(Role.CLERK, county)))
                        .andExpect(MockMvcResultMatchers.status().isOk());
            } catch (Exception e) {
                throw new IllegalStateException(page, e);
            }
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
    }

    /** @return how many pages were opened */
    public int count() {
        return millis.size();
    }

    /** @return the milliseconds within which so many of a hundred pages were there */
    public long percentile(int ofHundred) {
        List<Long> sorted = millis.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("no page was opened");
        }
        return sorted.get((sorted.size() * ofHundred + 99) / 100 - 1);
    }

    @Override
    public void close() {
        clerk.shutdownNow();
    }
}
