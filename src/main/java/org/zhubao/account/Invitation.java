package org.zhubao.account;

import java.time.Instant;

/**
 * A one-time link by which a user chooses a password. The token is shown to whoever made it and stored nowhere.
 *
 * @param token 256 random bits, fit for an address
 */
public record Invitation(String token, Instant expiresAt) {

    /** The path of the link, to be put behind the address of the server. */
    public String path() {
        return "/invitation/" + token;
    }

    @Override
    public String toString() {
        return "Invitation until " + expiresAt;
    }
}
