package org.zhubao.site;

import java.util.List;

/**
 * One page of a list, as programs get it.
 *
 * @param page counted from 1
 * @param size items on a page
 * @param total items altogether
 */
public record Slice<T>(int page, int size, long total, List<T> items) {

    public Slice {
        items = List.copyOf(items);
    }

    public static <T> Slice<T> of(Paging paging, List<T> items) {
        return new Slice<>(paging.number(), paging.size(), paging.total(), items);
    }
}
