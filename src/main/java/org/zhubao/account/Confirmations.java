package org.zhubao.account;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Scope;
import org.zhubao.site.Refusal;

/**
 * What opens personal data takes two: an administrator proposes a one-time link or another membership of a user, and
 * another administrator or a reviewer in whose scope the user lies confirms it. The link is shown to whoever confirms,
 * so that an administrator never holds the key to an account they have made. Only where nobody else could confirm, as
 * in an office that is being set up, a proposal takes effect at once; the trail says so.
 */
@Service
@Transactional
public class Confirmations {

    /** Who is disabled still counts as somebody who could confirm, lest an administrator make themselves the only one. */
    static final Duration STILL_COUNTED = Duration.ofDays(7);

    private static final Set<Role> CONFIRMING = EnumSet.of(Role.ADMINISTRATOR, Role.REVIEWER);

    private final ProposedAccesses proposed;
    private final Users users;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    Confirmations(ProposedAccesses proposed, Users users, Accounts accounts, AuditTrail trail, Clock clock) {
        this.proposed = proposed;
        this.users = users;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes a one-time link.
     *
     * @return the link where nobody else could confirm it; empty where it waits for that
     * @throws Refusal {@code proposal-waiting} when one is waiting already
     */
    public Optional<Invitation> proposeLink(UserId user, CurrentUser by) {
        return propose(find(user.value()), null, by) ? Optional.of(accounts.invite(user)) : Optional.empty();
    }

    /**
     * Proposes another membership.
     *
     * @return whether the user has it at once, because nobody else could confirm it
     * @throws Refusal {@code proposal-waiting}; {@code duties-apart} or {@code membership-there} when it cannot be
     */
    public boolean proposeMembership(UserId user, Membership membership, CurrentUser by) {
        AppUser member = find(user.value());
        member.checkAddition(membership);
        boolean atOnce = propose(member, membership, by);
        if (atOnce) {
            accounts.add(user, membership);
        }
        return atOnce;
    }

    /** What waits and concerns users within the scope, the oldest first. */
    @Transactional(readOnly = true)
    public List<Proposal> waiting(Scope scope) {
        return proposed.findByDecidedByIsNullOrderByProposedAt().stream()
                .map(p -> p.toProposal(find(p.userId())))
                .filter(p -> concerns(scope, p.user(), p.membership()))
                .toList();
    }

    /**
     * Confirms, and does what was proposed.
     *
     * @return the link, if that is what was proposed
     * @throws Refusal 404 when there is none within the scope; {@code four-eyes} for whoever proposed it and for the
     *     user it is for
     */
    public Optional<Invitation> confirm(long id, CurrentUser by) {
        ProposedAccess waiting = decide(id, true, by);
        UserId user = new UserId(waiting.userId());
        Membership membership = waiting.membership();
        if (membership == null) {
            return Optional.of(accounts.invite(user));
        }
        accounts.add(user, membership);
        return Optional.empty();
    }

    /** Says no. @throws Refusal as above */
    public void reject(long id, CurrentUser by) {
        decide(id, false, by);
    }

    private ProposedAccess decide(long id, boolean confirmed, CurrentUser by) {
        ProposedAccess waiting = proposed.findForDecision(id).orElseThrow(Refusal::notFound);
        AppUser user = find(waiting.userId());
        if (!CONFIRMING.contains(by.role()) || !concerns(by.scope(), user.user(), waiting.membership())) {
            throw Refusal.notFound();
        }
        FourEyes.requireOther(waiting.proposedBy(), by);
        FourEyes.requireOther(user.username(), by);
        waiting.decide(confirmed, by.username(), clock.instant());
        trail.record(user.event(confirmed ? Action.ACCESS_CONFIRMED : Action.ACCESS_REJECTED)
                .with("what", words(waiting.membership()))
                .with("proposedBy", waiting.proposedBy()));
        return waiting;
    }

    /** @return whether it takes effect at once */
    private boolean propose(AppUser user, @Nullable Membership membership, CurrentUser by) {
        boolean alone =
                users.findAllByOrderByUsername().stream().noneMatch(other -> couldConfirm(other, user, membership, by));
        if (!alone) {
            if (proposed.findByUserIdAndDecidedByIsNull(user.id().value()).stream()
                    .anyMatch(p -> Objects.equals(p.membership(), membership))) {
                throw Refusal.overtaken("proposal-waiting");
            }
            proposed.save(new ProposedAccess(user.id(), membership, by.username(), clock.instant()));
        }
        trail.record(user.event(Action.ACCESS_PROPOSED)
                .with("what", words(membership))
                .with("confirmedBy", alone ? "nobody else could" : "waiting"));
        return alone;
    }

    private boolean couldConfirm(AppUser other, AppUser user, @Nullable Membership membership, CurrentUser by) {
        return !other.username().equals(by.username())
                && !other.username().equals(user.username())
                && other.couldSignInSince(clock.instant().minus(STILL_COUNTED))
                && other.user().memberships().stream()
                        .anyMatch(m -> CONFIRMING.contains(m.role()) && concerns(m.scope(), user.user(), membership));
    }

    private static boolean concerns(Scope scope, User user, @Nullable Membership membership) {
        return user.isWithin(scope)
                && (membership == null || scope.covers(membership.scope().prefix()));
    }

    private static String words(@Nullable Membership membership) {
        return membership == null ? "link" : membership.words();
    }

    private AppUser find(long user) {
        return users.findById(user).orElseThrow(Refusal::notFound);
    }
}
