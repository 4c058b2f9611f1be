package org.zhubao.policy;

import java.util.List;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;

/** Counts the people in whom findings show. Who they are is known further along, where the register is. */
public interface PeopleConcerned {

    /**
     * @param policy that was proved
     * @param county code of the county whose people are looked at, as known now
     * @param benefitYear of the rosters looked at, whatever year the policy is for
     * @return for each finding, in their order, how many people it shows in
     */
    List<Integer> count(Policy policy, List<Finding> findings, String county, int benefitYear);
}
