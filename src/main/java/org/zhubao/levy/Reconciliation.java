package org.zhubao.levy;

import java.time.Instant;
import java.util.UUID;

/**
 * What was found when recognised, marked, paid and subsidised were compared.
 *
 * @param runId the run that says who is recognised
 * @param people of whom there was something to say
 */
public record Reconciliation(
        UUID id, String county, int benefitYear, UUID runId, int people, String reconciledBy, Instant reconciledAt) {}
