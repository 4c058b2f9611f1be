package org.zhubao.rules.proof;

import java.util.ArrayList;
import java.util.List;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;

/**
 * A person to be decided.
 *
 * @param weight how many combinations decide like this one
 */
record Case(Facts facts, long weight) {

    /** The same person with one identity fewer. */
    Facts without(Held one) {
        List<Held> fewer = new ArrayList<>(facts.held());
        fewer.remove(one);
        return new Facts(facts.birthDate(), fewer, facts.values());
    }
}
