package org.zhubao.roster.excel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A roster made up from a seed: title lines, one or two heading lines, columns in any order, blank lines, mistakes. */
final class GeneratedRoster {

    private static final String[][] HEADINGS = {
        {"序号", "编号"},
        {"姓名", "姓 名", "*姓名", "人员姓名"},
        {"身份证号", "身份证号码", "公民身份号码", "身份证件号码（18位）", "证件号码", "身份证"},
        {"人员类别", "人员身份标识", "医疗救助身份", "救助类别", "身份类别"},
        {"镇（街）", "乡镇", "镇街", "乡镇（街道）"},
        {"认定时间", "认定日期", "认定时间（年月日）"},
        {"备注", "说明"}
    };
    private static final String[] IDENTITIES = {"低保", "低保对象", "农村低保", "特困人员", "孤儿", "城乡特困供养人员"};
    /** What the county's notice pays for 2021, in fen: the second tier for the destitute, the first for 低保; orphans are not in it. */
    private static final Map<String, Long> SUBSIDIES =
            Map.of("低保", 27_500L, "低保对象", 27_500L, "农村低保", 27_500L, "特困人员", 45_500L, "城乡特困供养人员", 45_500L, "孤儿", 0L);

    private static final String[] DATES = {"2020.8.1", "2020年8月", "20200801", "2020-08-01", "44044", "2020/8/1 0:00"};
    private static final String[] NOBODY = {"合计", "白马镇小计", "本页共 12 人", "以下空白", "制表时间：2020-08-18"};
    private static final String[] DELIMITERS = {",", "\t", ";", "|"};
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16);
    private static final String[] TOWNSHIPS = {"白马镇", "丙谷镇", "得石", "米易县普威镇"};

    private final Random random;
    private final RosterFiles file = new RosterFiles();
    private final List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
    private final List<String> findings = new ArrayList<>();
    private final List<Integer> rowNumbers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<Long> subsidies = new ArrayList<>();
    private int line;

    GeneratedRoster(int seed) {
        random = new Random(seed);
        Collections.shuffle(order, random);
        titles();
        headings();
        int people = 5 + random.nextInt(40);
        for (int i = 1; i <= people; i++) {
            if (random.nextInt(12) == 0) {
                add();
            }
            if (random.nextInt(15) == 0) {
                add(any(NOBODY), null, people, "人");
            }
            person(i);
        }
        add("合计", people, "人");
        add("填表人：王五", null, "审核人：");
    }

    List<String> findings() {
        return findings;
    }

    List<Integer> rowNumbers() {
        return rowNumbers;
    }

    /** Without white space and dots. */
    List<String> names() {
        return names;
    }

    /** Null where a row has none to rely on. */
    List<String> numbers() {
        return numbers;
    }

    /** In fen; null where nothing can be determined for a row. */
    List<Long> subsidies() {
        return subsidies;
    }

    Path write(Path folder) {
        switch (random.nextInt(5)) {
            case 0:
                return file.xls(folder);
            case 1, 2:
                return file.text(folder, any(DELIMITERS), CHARSETS.get(random.nextInt(CHARSETS.size())));
            default:
                return file.xlsx(folder);
        }
    }

    private void titles() {
        int titles = random.nextInt(4);
        for (int i = 0; i < titles; i++) {
            add(i == 0 ? "米易县2021年度特殊人员信息采集表" : random.nextBoolean() ? "填报单位：米易县民政局" : "注：请勿修改表头");
        }
        if (random.nextInt(3) == 0) {
            add();
        }
    }

    private void headings() {
        Object[] lower = new Object[order.size()];
        Object[] upper = new Object[order.size()];
        boolean two = random.nextBoolean();
        for (int i = 0; i < lower.length; i++) {
            Object heading = any(HEADINGS[order.get(i)]);
            boolean merged = two && random.nextBoolean();
            upper[i] = merged ? heading : i == 0 ? "人员信息" : null;
            lower[i] = merged ? null : heading;
        }
        if (two) {
            add(upper);
        }
        add(lower);
    }

    private void person(int sequence) {
        String name = random.nextInt(6) == 0 ? "扎西" + any("·", " ", "•", "．") + "次仁" : "张" + (char) ('一' + sequence);
        String digits = "51042119%02d%02d%02d%03d"
                .formatted(
                        40 + random.nextInt(59), 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(1000));
        String right = digits + checkCharacter(digits);
        Object number = right;
        Object identity = any(IDENTITIES);
        String finding = "";
        switch (random.nextInt(14)) {
            case 0 -> {
                number = Double.parseDouble(digits + "0");
                finding = "numeric-identity-number false";
            }
            case 1 -> {
                number = digits + (right.endsWith("5") ? '6' : '5');
                finding = "wrong-check-character false";
            }
            case 2 -> {
                number = null;
                finding = "missing-identity-number false";
            }
            case 3 -> {
                number = digits.substring(0, 6) + digits.substring(8);
                finding = "fifteen-digits true";
            }
            case 4 -> {
                identity = "待定";
                finding = "unknown-identity false";
            }
            case 5 -> number = " " + number + "　";
            case 6 -> number = number + "42";
            case 7 -> number = number.toString().toLowerCase(Locale.ROOT);
            default -> {}
        }
        Object[] values = {sequence, name, number, identity, any(TOWNSHIPS), any(DATES), "无"};
        add(order.stream().map(column -> values[column]).toArray());
        rowNumbers.add(line);
        names.add(name.startsWith("扎西") ? "扎西次仁" : name);
        numbers.add(finding.isEmpty() || finding.startsWith("unknown") ? right : null);
        subsidies.add(finding.isEmpty() ? SUBSIDIES.get(identity.toString()) : null);
        if (!finding.isEmpty()) {
            findings.add(line + " " + finding);
        }
    }

    /** By the recursive form of ISO 7064 MOD 11-2, not by the weights that the product uses. */
    private static char checkCharacter(String digits) {
        int sum = 0;
        for (char digit : digits.toCharArray()) {
            sum = (sum + digit - '0') * 2 % 11;
        }
        return "0123456789X".charAt((12 - sum) % 11);
    }

    private void add(Object... cells) {
        file.row(cells);
        line++;
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
