/**
 * Breaches planted on purpose, one per never, outside the product's base package. Each shows that its rule catches
 * something: a rule with a misspelt package passes silently.
 */
package planted;
