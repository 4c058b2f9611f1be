package org.zhubao.rules;

import java.util.Set;

/**
 * Which candidates an overlap rule speaks of.
 *
 * @param any all of them
 * @param codes identities and standards
 * @param certifiers codes of departments: all that they certify
 */
public record Selector(boolean any, Set<String> codes, Set<String> certifiers) {

    public static final Selector ANY = new Selector(true, Set.of(), Set.of());
    public static final Selector NONE = new Selector(false, Set.of(), Set.of());

    public Selector {
        codes = Set.copyOf(codes);
        certifiers = Set.copyOf(certifiers);
    }

    /** 2 when it names identities or standards, 1 when a department, 0 when it is everything. */
    int closeness() {
        return any ? 0 : certifiers.isEmpty() ? 2 : 1;
    }

    boolean selects(Entitlement entitlement) {
        Identity identity = entitlement.identity();
        return any
                || codes.contains(entitlement.standard().id())
                || identity != null && (codes.contains(identity.code()) || certifiers.contains(identity.certifier()));
    }
}
