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
}
