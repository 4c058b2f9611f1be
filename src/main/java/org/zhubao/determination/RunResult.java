package org.zhubao.determination;

import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param persons everybody it determined, anew or as before
 * @param changed how many it looked at anew; null when that is everybody
 * @param digest the same for two runs that come to the same for the same people
 */
record RunResult(int persons, @Nullable Integer changed, RunDigest digest) {}
