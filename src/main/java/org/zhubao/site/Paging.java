package org.zhubao.site;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One page of a list, counted from 1. A controller makes it from the request's {@code page} and the total, selects
 * {@code size} rows from {@code offset} on, and hands it to the fragment {@code site/paging :: links}.
 *
 * @param number of the page shown; a number beyond the end means the last page, below 1 the first
 * @param size rows on a page
 * @param total rows altogether
 */
public record Paging(int number, int size, long total) {

    private static final int AROUND = 3;

    public Paging {
        if (size < 1 || total < 0) {
            throw new IllegalArgumentException("size " + size + ", total " + total);
        }
        number = Math.max(1, Math.min(number, pages(size, total)));
    }

    private static int pages(int size, long total) {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public int pages() {
        return pages(size, total);
    }

    /** Rows before this page: for SQL {@code offset}. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** The number of the first row shown, counted from 1. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    /** The number of the last row shown. */
    public long last() {
        return Math.min(total, offset() + size);
    }

    /** The page numbers to offer around this one. */
    public List<Integer> near() {
        return IntStream.rangeClosed(Math.max(1, number - AROUND), Math.min(pages(), number + AROUND))
                .boxed()
                .toList();
    }
}
