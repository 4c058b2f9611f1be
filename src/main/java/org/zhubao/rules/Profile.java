package org.zhubao.rules;

/**
 * All that a decision depends on, in canonical form: dates stand for the band they lie in, and what the policy never
 * looks at is left out. Persons with equal profiles get equal determinations; a county has a few hundred.
 */
public record Profile(Facts facts) {}
