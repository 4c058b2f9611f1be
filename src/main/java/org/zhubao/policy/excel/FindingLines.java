package org.zhubao.policy.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhubao.policy.PolicyNames;
import org.zhubao.policy.ProofReport;
import org.zhubao.policy.ProofTable;
import org.zhubao.policy.SuggestedRuling;
import org.zhubao.rules.Finding;

/** Writes findings from top to bottom, each row as high as its longest cell needs. */
final class FindingLines {

    private static final int LINE = 14;
    private static final int HIGHEST = 400;

    private final Worksheet sheet;
    private final Words words;
    private int row;
    private int findings;

    FindingLines(Worksheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
        for (int column = 0; column < ProofColumn.values().length; column++) {
            sheet.width(column, ProofColumn.values()[column].width());
        }
    }

    void title(String text) {
        whole(text, Style.TITLE, 2);
    }

    void note(String text) {
        int room = Stream.of(ProofColumn.values()).mapToInt(ProofColumn::width).sum() - 2;
        whole(text, Style.NOTE, ProofColumn.lines(text, room));
    }

    private void whole(String text, Style style, int lines) {
        sheet.inlineString(row, 0, text);
        var range = sheet.range(row, 0, row, ProofColumn.values().length - 1);
        range.merge();
        style.on(range);
        sheet.rowHeight(row++, LINE * lines + 4);
    }

    /** @return the row the headings are in */
    int headings() {
        List<String> cells = new ArrayList<>();
        for (ProofColumn column : ProofColumn.values()) {
            cells.add(words.of(column.messageKey()));
        }
        line(cells, Style.HEADING);
        return row - 1;
    }

    void add(Finding.Kind kind, ProofTable.Row found, ProofReport report) {
        findings++;
        line(
                List.of(
                        String.valueOf(findings),
                        "F" + kind.code() + " " + words.of(kind.messageKey()),
                        String.join("\n", found.about()),
                        example(found.example()),
                        found.results().stream().map(this::result).collect(Collectors.joining("\n")),
                        found.basis().stream()
                                .map(c -> c.where() + "：" + c.words())
                                .collect(Collectors.joining("\n")),
                        found.people() == null ? "" : String.valueOf(found.people()),
                        suggestion(report, report.finding(found.number())),
                        "",
                        ""),
                Style.CELL);
    }

    private void line(List<String> cells, Style style) {
        int lines = 1;
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
            lines = Math.max(lines, ProofColumn.values()[column].lines(cells.get(column)));
        }
        style.on(sheet.range(row, 0, row, cells.size() - 1));
        sheet.rowHeight(row++, Math.min(HIGHEST, LINE * lines + 6));
    }

    private String example(ProofTable.@Nullable Example example) {
        if (example == null) {
            return "";
        }
        Stream<String> facts = example.facts().stream()
                .map(f -> f.name()
                        + switch (f.value()) {
                            case "yes" -> words.of("policy.proof.yes");
                            case "no" -> words.of("policy.proof.no");
                            default -> " " + f.value();
                        });
        Stream<String> age =
                example.age() == null ? Stream.of() : Stream.of(words.of("policy.proof.age", example.age()));
        return Stream.of(Stream.of(String.join(" + ", example.holds())), age, facts)
                .flatMap(s -> s)
                .collect(Collectors.joining("\n"));
    }

    private String result(ProofTable.ResultRow result) {
        String paidAs =
                result.paidAs().isEmpty() ? words.of("policy.pays.nothing") : String.join(" · ", result.paidAs());
        String shares = result.shares().stream()
                .map(share -> share.fund() + " " + yuan(share.fen()))
                .collect(Collectors.joining("、", "（", "）"));
        return paidAs + " " + yuan(result.subsidyFen()) + (result.shares().isEmpty() ? "" : shares);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private String suggestion(ProofReport report, Finding finding) {
        return SuggestedRuling.of(report.policy(), finding)
                .map(ruling -> {
                    List<String> names = ruling.names().stream()
                            .map(name -> name(report, name))
                            .toList();
                    return names.size() > 1
                            ? words.of("policy.ruling.silent", String.join("、", names))
                                    + words.of("policy.workbook.suggestion", String.join(" → ", names))
                            : words.of("policy.ruling.no-amount", names.get(0));
                })
                .orElse(
                        finding.kind().isDefect()
                                ? words.of("policy.workbook.change")
                                : words.of("policy.workbook.know"));
    }

    private static String name(ProofReport report, String code) {
        return report.policy()
                .identity(code)
                .map(PolicyNames::of)
                .or(() -> report.policy().standard(code).map(PolicyNames::of))
                .orElse(code);
    }
}
