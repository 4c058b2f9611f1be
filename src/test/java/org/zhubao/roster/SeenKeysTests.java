package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose number stands on the list a second time is noticed, however long the list is. */
class SeenKeysTests {

    @Test
    void eachOfManyIsNewOnceAndNeverAgain() {
        Random random = new Random(1);
        List<UUID> keys = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(50_000)
                .toList();
        SeenKeys seen = new SeenKeys();

        assertThat(keys).allMatch(seen::add);
        assertThat(keys).noneMatch(seen::add);
    }

    @Test
    void aKeyWhoseLooksAreAnEmptySlotsIsNoticedToo() {
        SeenKeys seen = new SeenKeys();

        assertThat(seen.add(new UUID(5, 0))).isTrue();
        assertThat(seen.add(new UUID(5, 0))).isFalse();
    }
}
