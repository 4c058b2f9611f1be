package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTests {

    @Test
    void theLastPageHoldsTheRest() {
        Paging last = new Paging(25, 50, 1234);

        assertThat(last.pages()).isEqualTo(25);
        assertThat(last.offset()).isEqualTo(1200);
        assertThat(last.first()).isEqualTo(1201);
        assertThat(last.last()).isEqualTo(1234);
    }

    @Test
    void aPageBeyondTheListIsItsLastAndOneBeforeItIsItsFirst() {
        assertThat(new Paging(99, 50, 100).number()).isEqualTo(2);
        assertThat(new Paging(-1, 50, 100).number()).isEqualTo(1);
    }

    @Test
    void anEmptyListHasOneEmptyPage() {
        Paging empty = new Paging(1, 50, 0);

        assertThat(empty.pages()).isEqualTo(1);
        assertThat(empty.first()).isZero();
        assertThat(empty.last()).isZero();
    }

    @Test
    void offersThePagesAround() {
        assertThat(new Paging(10, 10, 1000).near()).containsExactly(7, 8, 9, 10, 11, 12, 13);
        assertThat(new Paging(1, 10, 25).near()).containsExactly(1, 2, 3);
    }
}
