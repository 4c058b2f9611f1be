package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhubao.roster.IdentityWordings;

/** Enough of what notices know for the sample rosters: each wording with its identity and the department behind it. */
final class SampleWordings implements IdentityWordings {

    private static final Map<String, String> IDENTITIES = new HashMap<>();
    private static final Map<String, String> CERTIFIERS = new HashMap<>();

    static {
        certifies("civil-affairs", "subsistence-allowance", "低保 低保对象 农村低保 城乡最低生活保障人员 最低生活保障对象 最低生活保障家庭成员");
        certifies("civil-affairs", "destitute-support", "特困供养 特困人员 特困供养人员 特困人员-7131 城乡特困供养人员 农村五保对象");
        certifies("civil-affairs", "low-income-household", "低收入家庭对象");
        certifies("civil-affairs", "child-in-difficulty", "困境儿童");
        certifies("civil-affairs", "orphan", "孤儿 城乡孤儿 事实无人抚养儿童");
        certifies("civil-affairs", "poor-by-illness", "因病致贫家庭重病患者");
        certifies("civil-affairs", "filed-hardship", "民政建档特殊困难人员 家庭经济困难在校大学生");
        certifies("poverty", "registered-poor", "建档立卡贫困户 建档立卡贫困人员 建档立卡贫困人口 贫困户 脱贫户(享受政策)");
        certifies("poverty", "marginal-household", "边缘户 边缘易致贫户");
        certifies("poverty", "monitored-household", "监测对象 防止返贫监测对象");
        certifies("disabled", "disabled", "持证残疾人 一般残疾人员 重度残疾人员 一级残疾(丧失劳动能力) 二级残疾(丧失劳动能力)");
        certifies("veterans", "preferential-treatment", "重点优抚对象 在乡重点优抚对象 老复员军人 优抚军人");
        certifies("health", "family-planning", "计生特别扶助 计划生育特别扶助对象 手术并发症人员 计生奖励扶助 计划生育奖励扶助对象 双女户 独生子女户");
        certifies("education", "student", "在校学生");
    }

    private static void certifies(String department, String identity, String wordings) {
        CERTIFIERS.put(identity, department);
        List.of(wordings.split(" ")).forEach(wording -> IDENTITIES.put(wording, identity));
    }

    @Override
    public Optional<String> codeOf(String wording, Map<String, String> attributes) {
        return Optional.ofNullable(IDENTITIES.get(wording));
    }

    @Override
    public Optional<String> certifierOf(String code) {
        return Optional.ofNullable(CERTIFIERS.get(code));
    }

    @Override
    public boolean isKeptOutByAge(String code, Map<String, String> attributes, LocalDate born) {
        return code.equals("child-in-difficulty") && born.getYear() < 1970;
    }

    @Override
    public List<String> nearest(String wording, int limit) {
        return List.of("低保", "特困人员", "孤儿").subList(0, limit);
    }
}
