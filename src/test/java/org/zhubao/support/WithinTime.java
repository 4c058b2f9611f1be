package org.zhubao.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * A property is tried until its time is over, however many tries that is: its share of {@code -Dfuzz.seconds}, which are
 * ten minutes unless said otherwise.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(WithinTime.Hook.class)
public @interface WithinTime {

    /** More tries than any time allows. */
    int TRIES = Integer.MAX_VALUE;

    /** Of all the time, in percent. */
    int percent();

    /** Ends a property whose time is over. */
    final class Hook implements AroundTryHook {

        private static final long MILLIS_PER_PERCENT = Integer.getInteger("fuzz.seconds", 600) * 10L;

        @Override
        public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor property, List<Object> sample) {
            long allowed =
                    context.findAnnotation(WithinTime.class).orElseThrow().percent() * MILLIS_PER_PERCENT;
            long end = Store.getOrCreate(
                            WithinTime.class,
                            Lifespan.PROPERTY,
                            () -> System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(allowed))
                    .get();
            TryExecutionResult result = property.execute(sample);
            return result.isSatisfied() && System.nanoTime() > end ? TryExecutionResult.satisfied(true) : result;
        }
    }
}
