package org.zhubao.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The texts of the notices that come with the product. Quotes are checked against them. */
@Component
public class StoredNotices {

    private final ResourceLoader resources;

    StoredNotices(ResourceLoader resources) {
        this.resources = resources;
    }

    /** @param name such as {@code panzhihua-2020-100} */
    public Optional<String> text(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        Resource resource = resources.getResource("classpath:notices/" + name + ".txt");
        try {
            return resource.exists()
                    ? Optional.of(resource.getContentAsString(StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
