package org.zhubao.account;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an authenticator application must be told, shown until the user proves that it was.
 *
 * @param secret in base32, to be typed where the square cannot be scanned
 */
public record Enrolment(String username, String secret) {

    private static final String ISSUER = "Zhubao";

    /** The address that applications read from the square or open themselves. */
    public String link() {
        return UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{user}?secret={secret}&issuer={issuer}")
                .build(ISSUER, username, secret, ISSUER)
                .toString();
    }

    @Override
    public String toString() {
        return "Enrolment of " + username;
    }
}
