package org.zhubao.rules;

import java.util.List;

/**
 * An identity a policy knows.
 *
 * @param code its official English, such as {@code subsistence-allowance}
 * @param name as the notice calls it
 * @param shortName as sheets call it, such as 低保
 * @param certifier code of the department that certifies it
 * @param wordings how rosters write it
 * @param meets what else somebody must meet to be one in the sense of this notice
 * @param recognised when it must have been recognised
 */
public record Identity(
        String code,
        String name,
        String shortName,
        String certifier,
        List<String> wordings,
        List<FactSpec> attributes,
        Condition meets,
        AsOf recognised,
        List<Exclusion> exclusions,
        List<String> basis) {

    public Identity {
        wordings = List.copyOf(wordings);
        attributes = List.copyOf(attributes);
        exclusions = List.copyOf(exclusions);
        basis = List.copyOf(basis);
    }
}
