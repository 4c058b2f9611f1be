package org.zhubao.levy;

import java.util.List;

/**
 * Why a transfer goes to an account that others have, too.
 *
 * @param others their names
 * @param household whether a list put all of them into one household
 * @param reason in somebody's words; may be empty within a household
 */
public record Sharing(List<String> others, boolean household, String reason, String confirmedBy) {

    public Sharing {
        others = List.copyOf(others);
    }
}
