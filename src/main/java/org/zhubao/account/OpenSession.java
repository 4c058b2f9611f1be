package org.zhubao.account;

import java.time.Instant;

/**
 * A session in which a user is working.
 *
 * @param handle names it in a form; the session cannot be entered with it
 * @param address from where the user signed in
 */
public record OpenSession(String handle, Instant started, Instant lastUsed, String address, boolean own) {}
