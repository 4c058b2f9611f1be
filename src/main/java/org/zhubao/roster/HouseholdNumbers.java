package org.zhubao.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;

/** By what a list knows households. Where it is somebody's identity number, only its key is stored. */
final class HouseholdNumbers {

    /** The attribute of a row. */
    static final String ATTRIBUTE = "household-number";

    private HouseholdNumbers() {}

    static Map<String, String> keyed(Map<String, String> attributes, Vault vault) {
        Optional<IdNumber> number =
                Optional.ofNullable(attributes.get(ATTRIBUTE)).flatMap(IdNumber::of);
        if (number.isEmpty()) {
            return attributes;
        }
        Map<String, String> keyed = new HashMap<>(attributes);
        keyed.put(ATTRIBUTE, vault.personKey(number.get()).toString());
        return keyed;
    }
}
