package org.zhubao.support;

import java.time.Instant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** For tests that move the clock and others that rely on it: after each it stands where it stood before. */
public final class SetsTheClockBack implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace OWN = Namespace.create(SetsTheClockBack.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(OWN).put(Instant.class, clock(test).instant());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        clock(test).set(test.getStore(OWN).remove(Instant.class, Instant.class));
    }

    private static SettableClock clock(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(SettableClock.class);
    }
}
