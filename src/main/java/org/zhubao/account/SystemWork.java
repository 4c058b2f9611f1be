package org.zhubao.account;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhubao.division.Scope;

/**
 * Work that the product does by itself, with nobody signed in. Every piece that may see rows under row-level security
 * stands here by name, and says where it is done for which scope; any other work without a user sees nothing.
 *
 * <pre>{@code
 * SystemWork.DETERMINATION.within(new Scope(run.county()), () -> determine(run));
 * }</pre>
 */
public enum SystemWork {
    /** Reading lists that somebody has handed in. */
    INTAKE,
    /** Carrying out determination runs that somebody has started. */
    DETERMINATION,
    /** Filling the demonstration. */
    DEMONSTRATION;

    private static final ThreadLocal<@Nullable Scope> SCOPE = new ThreadLocal<>();

    /**
     * Does the work; transactions that begin meanwhile in this thread see the scope.
     *
     * @throws IllegalStateException in a transaction: what that sees was settled when it began
     */
    public <T> T within(Scope scope, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(this + " must begin before the transaction");
        }
        Scope outer = SCOPE.get();
        SCOPE.set(scope);
        try {
            return work.get();
        } finally {
            SCOPE.set(outer);
        }
    }

    /** As above. */
    public void within(Scope scope, Runnable work) {
        within(scope, () -> {
            work.run();
            return true;
        });
    }

    static Optional<Scope> scope() {
        return Optional.ofNullable(SCOPE.get());
    }
}
