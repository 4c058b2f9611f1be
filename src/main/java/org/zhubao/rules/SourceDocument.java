package org.zhubao.rules;

/**
 * A notice or rule that clauses quote.
 *
 * @param number the number it was issued under, such as 攀医保〔2020〕100号
 * @param text name of the stored text that quotes are checked against; empty when the product holds none
 */
public record SourceDocument(String id, String title, String number, String text) {}
