package org.zhubao.rules;

import java.util.List;

/**
 * Who bears a share.
 *
 * @param department code of the department whose own money it is; empty for a fund of its own
 */
public record Fund(String code, String name, String department, List<String> basis) {

    public Fund {
        basis = List.copyOf(basis);
    }
}
