package org.zhubao.settlement;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Category and grade of a disability in the words of the certificate (GB/T 26341), which sheets prescribe. */
final class DisabilityWords {

    private static final Map<String, String> CATEGORIES = Map.of(
            "vision", "视力",
            "hearing", "听力",
            "speech", "言语",
            "limb", "肢体",
            "intellectual", "智力",
            "mental", "精神",
            "multiple", "多重");

    private static final Map<String, String> GRADES = Map.of("1", "一级", "2", "二级", "3", "三级", "4", "四级");

    private DisabilityWords() {}

    static @Nullable String category(@Nullable String code) {
        return code == null ? null : CATEGORIES.getOrDefault(code, code);
    }

    static @Nullable String grade(@Nullable String code) {
        return code == null ? null : GRADES.getOrDefault(code, code);
    }
}
