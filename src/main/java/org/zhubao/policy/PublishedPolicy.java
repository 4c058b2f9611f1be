package org.zhubao.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zhubao.rules.Policy;

/**
 * A policy in force for one region and benefit year.
 *
 * @param id of the text and the year, such as {@code panzhihua-hardship-2021}
 * @param version of the text
 * @param digest SHA-256 of the text, in hexadecimal
 */
public record PublishedPolicy(String id, String version, String digest, Policy policy, String text) {

    /** What a run names a text by: SHA-256 over its UTF-8, in hexadecimal. */
    public static String digestOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
