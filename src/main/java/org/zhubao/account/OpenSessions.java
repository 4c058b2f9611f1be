package org.zhubao.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.zhubao.site.Refusal;

/**
 * The sessions in which users are working right now, of all nodes. Whoever's session is ended is led to the sign-in page
 * by the next click.
 */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** The newest first. @param sessionId of the session that asks */
    public List<OpenSession> of(String username, String sessionId) {
        return sessions.findByPrincipalName(username).values().stream()
                .flatMap(session -> shown(session, sessionId).stream())
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /** Ends the user's session of this handle. @throws Refusal 404 when no session of theirs has it */
    void end(String username, String handle) {
        String ended = sessions.findByPrincipalName(username).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        jdbc.sql("delete from spring_session where session_id = ?").param(ended).update();
    }

    /** Ends all of the user's sessions but one. */
    void endOthers(String username, String sessionId) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(username, sessionId)
                .update();
    }

    /** Takes part in the transaction, so that a user is never disabled with sessions left open. */
    void endAllOf(String username) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(username)
                .update();
    }

    /** Empty for a session that nobody has signed in to yet. */
    private static Optional<OpenSession> shown(Session session, String sessionId) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null && context.getAuthentication().getDetails() instanceof WebAuthenticationDetails from
                ? Optional.of(new OpenSession(
                        handle(session.getId()),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        from.getRemoteAddress(),
                        session.getId().equals(sessionId)))
                : Optional.empty();
    }

    private static String handle(String sessionId) {
        return new Token(sessionId).hash();
    }
}
