package org.zhubao.roster;

import java.util.UUID;

/**
 * What became of a file that was handed in.
 *
 * @param isNew false when the same content came before for the same list: then it is that batch, and nothing is read anew
 */
public record Arrival(UUID batch, boolean isNew) {}
