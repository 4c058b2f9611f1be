package org.zhubao.division;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code GB/T 2260: 4 digits a city, 6 a county, 9 a township (the last three are this product's own where the
 *     national list gives none)
 * @param region code of the unified pooling region (统筹区) whose policies hold here: a city or a county
 * @param enrolmentTarget people a township should enrol, where a notice sets it
 */
public record Division(String code, String name, String region, @Nullable Integer enrolmentTarget) {

    public boolean isCounty() {
        return code.length() == 6;
    }
}
