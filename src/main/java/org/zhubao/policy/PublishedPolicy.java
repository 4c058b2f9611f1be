package org.zhubao.policy;

import org.zhubao.rules.Policy;

/**
 * A policy in force for one region and benefit year.
 *
 * @param id of the text and the year, such as {@code panzhihua-hardship-2021}
 * @param version of the text
 * @param digest SHA-256 of the text, in hexadecimal
 */
public record PublishedPolicy(String id, String version, String digest, Policy policy, String text) {}
