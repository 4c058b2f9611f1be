package org.zhubao.levy.excel;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhubao.levy.MarkChange;
import org.zhubao.levy.MarkLine;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkWriting;
import org.zhubao.levy.TierAmount;

/** The list of marks as the tax bureau reads it in: numbers as text, amounts by tier, the last column for its answer. */
@Component
class MarkWorkbook implements MarkWriting {

    static final String SEQUENCE = "序号";
    static final String NUMBER = "身份证号码";
    static final String ANSWER = "税务退回原因";

    private static final List<String> FIRST = List.of(SEQUENCE, "变动", "镇（街）", "姓名", NUMBER, "身份标识", "档次");

    @Override
    public void write(
            MarkPush push, String countyName, List<String> tiers, Iterable<MarkLine> lines, OutputStream out) {
        List<String> headings = new ArrayList<>(FIRST);
        for (String tier : tiers) {
            headings.add(said(tier) + "缴费标准");
            headings.add(said(tier) + "资助金额");
            headings.add(said(tier) + "个人缴费");
        }
        headings.add(ANSWER);
        String title = "%s%d年度城乡居民医保资助参保身份标识（%s第%d号，%s）"
                .formatted(
                        countyName,
                        push.benefitYear(),
                        switch (push.kind()) {
                            case FULL -> "全量";
                            case DELTA -> "增量";
                        },
                        push.number(),
                        push.digest().substring(0, 12));
        Sheets.write("身份标识", title, headings, lines.iterator(), line -> cells(line, tiers), out);
    }

    private static List<Object> cells(MarkLine line, List<String> tiers) {
        List<Object> cells = new ArrayList<>(List.of(
                line.sequence(),
                said(line.change()),
                line.township(),
                line.name(),
                line.number().full(),
                line.paidAs(),
                said(line.tier())));
        for (String tier : tiers) {
            amounts(line, tier, cells);
        }
        cells.add(line.refusal() == null ? "" : line.refusal());
        return cells;
    }

    /** Blank where the person may not choose the tier. */
    private static void amounts(MarkLine line, String tier, List<Object> cells) {
        if (tier.equals(line.tier())) {
            cells.addAll(List.of(line.premiumFen(), line.subsidyFen(), line.collectedFen()));
            return;
        }
        line.otherTiers().stream()
                .filter(other -> other.tier().equals(tier))
                .map(MarkWorkbook::amounts)
                .findFirst()
                .ifPresentOrElse(cells::addAll, () -> cells.addAll(List.of("", "", "")));
    }

    private static List<Object> amounts(TierAmount other) {
        return List.of(other.premiumFen(), other.subsidyFen(), other.collectedFen());
    }

    private static String said(String tier) {
        return switch (tier) {
            case "1" -> "一档";
            case "2" -> "二档";
            case "3" -> "三档";
            default -> tier;
        };
    }

    private static String said(MarkChange change) {
        return switch (change) {
            case ADDED -> "新增";
            case CHANGED -> "变更";
            case CANCELLED -> "取消";
            case UNCHANGED -> "不变";
        };
    }
}
