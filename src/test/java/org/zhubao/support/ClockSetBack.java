package org.zhubao.support;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Classes share a context and with it its clock: each begins at the same moment, wherever the one before left it. */
final class ClockSetBack implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        context.getApplicationContext().getBean(SettableClock.class).set(SettableClock.START);
    }
}
