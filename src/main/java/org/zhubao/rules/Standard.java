package org.zhubao.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a clause pays, and how much.
 *
 * @param identities the identities it pays; empty for everybody
 * @param parts what it pays, added up; empty where the notice says that it pays nothing
 * @param funds null only where it pays nothing
 * @param tier the tier those paid are enrolled in; {@link Premium#CHOSEN} leaves it to them
 */
public record Standard(
        String id,
        String name,
        List<String> identities,
        Condition when,
        List<Part> parts,
        @Nullable FundSplit funds,
        String tier,
        Delivery delivery,
        List<String> basis) {

    public Standard {
        identities = List.copyOf(identities);
        parts = List.copyOf(parts);
        basis = List.copyOf(basis);
    }

    public boolean isForEverybody() {
        return identities.isEmpty();
    }
}
