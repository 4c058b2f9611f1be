package org.zhubao.levy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One account to which the money of several people is to go, and nobody has said yet that this is right.
 *
 * @param tail the last four digits
 * @param household whether a list puts all of them into one household
 */
public record SharedAccount(String tail, List<Holder> holders, boolean household) {

    public SharedAccount {
        holders = List.copyOf(holders);
    }

    /** @param list the list of the year by which their money went there; null where it has yet to go */
    public record Holder(UUID personId, String name, String maskedNumber, String township, @Nullable String list) {}

    /** Those it is about, by their ids. */
    public Set<UUID> people() {
        return holders.stream().map(Holder::personId).collect(Collectors.toSet());
    }
}
