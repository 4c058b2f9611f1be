package org.zhubao.rules;

/**
 * What one fund owes another that paid in its place.
 *
 * @param creditor the fund that paid in advance
 * @param debtor the fund that bears it in the end
 */
public record Claim(String creditor, String debtor, Money amount) {}
