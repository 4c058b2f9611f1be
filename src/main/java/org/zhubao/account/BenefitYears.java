package org.zhubao.account;

import java.util.List;
import org.zhubao.division.Division;

/** The benefit years one can work in at a county. A bean of this type answers; without one a built-in answer holds. */
public interface BenefitYears {

    /** Never empty, the newest that has something first. */
    List<Integer> of(Division county);
}
