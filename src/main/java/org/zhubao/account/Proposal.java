package org.zhubao.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator proposed for a user and nobody has decided yet.
 *
 * @param user whom it is for
 * @param membership what they would be besides; null where it is a one-time link
 */
public record Proposal(long id, User user, @Nullable Membership membership, String proposedBy, Instant proposedAt) {}
