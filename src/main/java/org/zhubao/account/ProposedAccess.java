package org.zhubao.account;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What was proposed for a user, and what became of it. None is deleted; the decision is all that is written later. */
@Entity
@DynamicUpdate
@Table(name = "proposed_access")
class ProposedAccess {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long userId;

    @Embedded
    private @Nullable MembershipRow membership;

    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable Boolean confirmed;

    @SuppressWarnings("NullAway.Init")
    protected ProposedAccess() {}

    /** @param membership null where it is a one-time link */
    ProposedAccess(UserId user, @Nullable Membership membership, String by, Instant at) {
        this.userId = user.value();
        this.membership = membership == null ? null : MembershipRow.of(membership);
        this.proposedBy = by;
        this.proposedAt = at;
    }

    void decide(boolean confirmed, String by, Instant at) {
        this.confirmed = confirmed;
        decidedBy = by;
        decidedAt = at;
    }

    long userId() {
        return userId;
    }

    @Nullable
    Membership membership() {
        return membership == null ? null : membership.membership();
    }

    String proposedBy() {
        return proposedBy;
    }

    Proposal toProposal(AppUser user) {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return new Proposal(id, user.user(), membership(), proposedBy, proposedAt);
    }
}
