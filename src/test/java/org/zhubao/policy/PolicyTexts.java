package org.zhubao.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zhubao.policy.text.PolicyTextReader;
import org.zhubao.rules.Policy;

/** The policies and notices that come with the product, without an application around them. */
public final class PolicyTexts {

    private static final StoredNotices NOTICES = new StoredNotices(new DefaultResourceLoader());
    private static final PolicyCatalog CATALOG =
            new PolicyCatalog(List.of(new ShippedPolicies(new PathMatchingResourcePatternResolver(), NOTICES)));

    private PolicyTexts() {}

    /** @param id such as {@code panzhihua-hardship-2021} */
    public static Policy policy(String id) {
        return catalog().byId(id).orElseThrow().policy();
    }

    public static PolicyCatalog catalog() {
        return CATALOG;
    }

    public static PolicyReading read(String text, int year) {
        return new PolicyTextReader(NOTICES::text).read(text, year);
    }

    /** A file below the tests' or the product's resources. */
    public static String resource(String path) {
        try (InputStream in = PolicyTexts.class.getResourceAsStream("/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
