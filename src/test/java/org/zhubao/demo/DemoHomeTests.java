package org.zhubao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHomeTests {

    @TempDir
    private Path home;

    @Test
    void aFreeHomeIsTaken() {
        assertThat(new DemoHome(home.resolve("new")).take("http://localhost:8080"))
                .isEmpty();
    }

    @Test
    void whoComesSecondIsToldWhereTheFirstAnswers() {
        DemoHome first = new DemoHome(home);
        first.take("http://localhost:8080");

        assertThat(new DemoHome(home).take("http://localhost:9090")).contains("http://localhost:8080");
        assertThat(new DemoHome(home).take("http://localhost:9091"))
                .as("being told changes nothing")
                .contains("http://localhost:8080");
    }

    @Test
    void twoHomesDoNotKnowOfEachOther() {
        new DemoHome(home.resolve("one")).take("http://localhost:8080");

        assertThat(new DemoHome(home.resolve("two")).take("http://localhost:9090"))
                .isEmpty();
    }
}
