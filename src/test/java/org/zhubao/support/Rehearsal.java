package org.zhubao.support;

import java.util.concurrent.Callable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Office.Actor;
import org.zhubao.account.SignedIn;

/**
 * Carries a request out and takes back what it did, so that the next one finds everything as it was. The transaction
 * around it sees what the actor may see, as those that the request would have begun itself.
 */
@TestComponent
public class Rehearsal {

    private final MockMvc mvc;
    private final TransactionTemplate transaction;

    Rehearsal(MockMvc mvc, PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public MvcResult of(Actor actor, AbstractMockHttpServletRequestBuilder<?> request) {
        return of(actor, request, answer -> answer);
    }

    /** @param look looks at the answer and the database before everything is taken back */
    public <T> T of(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, Look<T> look) {
        request.with(actor.signedIn());
        return SignedIn.doing(actor.user(), () -> takenBack(() -> look.at(perform(request))));
    }

    /** The same by nobody who is signed in. */
    public MvcResult ofStranger(AbstractMockHttpServletRequestBuilder<?> request) {
        return takenBack(() -> perform(request));
    }

    /** Something to be found out while what was done still is. */
    @FunctionalInterface
    public interface Look<T> {
        T at(MvcResult answer) throws Exception;
    }

    private MvcResult perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        try {
            return mvc.perform(request).andReturn();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private <T> T takenBack(Callable<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
