package org.zhubao.rules;

import java.util.List;

/**
 * The settlement sheet of a fund.
 *
 * @param form its layout: {@code federation-annex} or {@code general}
 * @param unit the line that says in what the amounts are
 */
public record SheetSpec(String fund, String form, String title, String unit, List<String> basis) {

    public SheetSpec {
        basis = List.copyOf(basis);
    }
}
