package org.zhubao.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The page a policy is begun on where no earlier one fits: every section with one example of what goes there. */
@Component
class BlankPolicy {

    String text() {
        try {
            return new ClassPathResource("policies/blank.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
