package org.zhubao.determination;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Outcome;

/**
 * What a run found for one person.
 *
 * @param maskedNumber the identity number as lists show it
 * @param reason number of the reason
 * @param identity code of the identity that is paid
 * @param clause what decided
 * @param standard code of the standard
 * @param shares fen by fund, in the order in which funds pay
 */
public record DeterminedPerson(
        UUID person,
        String maskedNumber,
        String name,
        @Nullable String township,
        Outcome outcome,
        int reason,
        @Nullable String identity,
        @Nullable String clause,
        @Nullable String standard,
        long premiumFen,
        long subsidyFen,
        long payableFen,
        Map<String, Long> shares) {}
