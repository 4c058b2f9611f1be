package org.zhubao.roster.excel;

import java.util.List;
import java.util.stream.IntStream;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.roster.Aliases;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterKind;

/** Counties with the townships that their samples name. */
final class Expectations {

    private static final List<Division> COUNTIES = List.of(
            new Division("510402", "东区", "5104", null),
            new Division("510411", "仁和区", "5104", null),
            new Division("510421", "米易县", "5104", null),
            new Division("510422", "盐边县", "5104", null),
            new Division("500152", "潼南区", "500152", null),
            new Division("533401", "香格里拉市", "533401", null),
            new Division("610922", "石泉县", "610922", null));

    private Expectations() {}

    static RosterExpectation civilAffairs() {
        return of("510421", Department.CIVIL_AFFAIRS, RosterKind.FULL);
    }

    static RosterExpectation of(String county, Department department, RosterKind kind) {
        return new RosterExpectation(
                COUNTIES.stream()
                        .filter(c -> c.code().equals(county))
                        .findFirst()
                        .orElseThrow(),
                townships(county),
                COUNTIES,
                2021,
                department,
                kind,
                new SampleWordings(),
                Aliases.NONE);
    }

    private static List<Division> townships(String county) {
        String[] names =
                switch (county) {
                    case "510411" -> "大田镇 前进镇 同德镇 布德镇 仁和镇 福田镇 金江镇 平地镇 大龙潭彝族乡".split(" ");
                    case "510421" -> "丙谷镇 白马镇 撒莲镇 攀莲镇 普威镇 得石镇 湾丘彝族乡".split(" ");
                    default -> new String[0];
                };
        return IntStream.range(0, names.length)
                .mapToObj(i -> new Division(county + "%03d".formatted(i + 1), names[i], county, null))
                .toList();
    }
}
