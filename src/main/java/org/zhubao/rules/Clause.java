package org.zhubao.rules;

/**
 * A sentence of a document that decides something.
 *
 * @param document id of the {@link SourceDocument}
 * @param article where it stands there, such as 二（三）
 * @param quote its words, literally
 */
public record Clause(String id, String document, String article, String quote) {}
