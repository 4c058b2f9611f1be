package org.zhubao.account;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.support.SmallSeason.Played;

/**
 * A county's office with a user of every role, each with a session and a token, and something of every kind that has an
 * identifier.
 *
 * @param played the season so far: roster, run, sheet, persons
 * @param reading a roster that a job is reading
 * @param checked one that waits for its department
 * @param submitted one that waits for the bureau
 * @param returned one that was sent back
 * @param accepted the one that was taken into the register last
 * @param sheets where calls find them, by the last part of the address
 * @param alias what the department of the rosters means by a heading
 * @param colleague somebody whom nobody here is, with a token
 * @param proposal about the colleague
 * @param link the token of a one-time link
 */
public record Office(
        String county,
        Played played,
        UUID reading,
        UUID checked,
        UUID submitted,
        UUID returned,
        UUID accepted,
        Map<String, UUID> sheets,
        long alias,
        Map<Membership, Actor> actors,
        User colleague,
        long colleaguesToken,
        String colleaguesSession,
        long proposal,
        String link) {

    /** Somebody who works here. @param session the handle of a session that is open elsewhere */
    public record Actor(User user, long token, String session) {

        public Membership membership() {
            return user.memberships().get(0);
        }

        public RequestPostProcessor signedIn() {
            return SignedIn.as(user);
        }
    }

    /** Somebody who is still signing in. */
    public record InBetween(Step step, Actor actor) {

        public RequestPostProcessor signedIn() {
            UnfinishedSignIn unfinished =
                    new UnfinishedSignIn(actor.user().username(), step, Instant.parse("2024-12-20T02:00:00Z"));
            return SecurityMockMvcRequestPostProcessors.authentication(
                    new TestingAuthenticationToken(unfinished, null, unfinished.authorities()));
        }
    }

    public Actor actor(Membership membership) {
        return actors.get(membership);
    }
}
