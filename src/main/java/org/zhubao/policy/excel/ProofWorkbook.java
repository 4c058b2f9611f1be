package org.zhubao.policy.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.policy.ProofReport;
import org.zhubao.policy.ProofTable;
import org.zhubao.policy.ProofWriting;
import org.zhubao.rules.Coverage;

/** One sheet: what was covered, then a line for each finding with room for the decision and the signatures. */
@Component
final class ProofWorkbook implements ProofWriting {

    private static final int FOOTER_SIZE = 9;

    private final MessageSource messages;

    ProofWorkbook(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public byte[] write(ProofReport report, List<ProofTable.Group> groups, Workplace workplace, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Words words = new Words(messages, locale);
        try (Workbook workbook = new Workbook(out, "Zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.of("policy.proof"));
            FindingLines lines = new FindingLines(sheet, words);
            head(lines, report, workplace, words);
            int heading = lines.headings();
            for (ProofTable.Group group : groups) {
                group.rows().forEach(row -> lines.add(group.kind(), row, report));
            }
            if (groups.isEmpty()) {
                lines.note(words.of("policy.proof.nothing"));
            }
            lines.note("");
            lines.note(words.of("policy.workbook.signatures"));
            printing(sheet, report, heading, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void head(FindingLines lines, ProofReport report, Workplace workplace, Words words) {
        lines.title(words.of("policy.workbook.title", report.policy().title()));
        lines.note(words.of(
                "policy.workbook.source",
                report.policy().region(),
                String.valueOf(report.policy().benefitYear()),
                report.digest()));
        Coverage coverage = report.proof().coverage();
        lines.note(
                coverage.isComplete()
                        ? words.of(
                                "policy.proof.covered-all",
                                coverage.combinations(),
                                coverage.identities(),
                                coverage.decided())
                        : words.of(
                                "policy.proof.covered-up-to",
                                coverage.combinations(),
                                coverage.identities(),
                                coverage.decided(),
                                coverage.atOnce()));
        lines.note(words.of(report.textAlone() ? "policy.proof.of-text" : "policy.proof.assumes"));
        lines.note(words.of(
                "policy.proof.people.hint", workplace.county().name(), String.valueOf(workplace.benefitYear())));
    }

    /** A4 landscape, one page wide, the heading repeated; the digest on every page ties paper to text. */
    private static void printing(Worksheet sheet, ProofReport report, int heading, Words words) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.5f);
        sheet.rightMargin(0.5f);
        sheet.topMargin(0.6f);
        sheet.bottomMargin(0.7f);
        sheet.repeatRows(heading, heading);
        sheet.freezePane(0, heading + 1);
        sheet.footer(words.of("policy.workbook.page"), Position.CENTER, Style.FONT, FOOTER_SIZE);
        sheet.footer(report.digest().substring(0, 12), Position.RIGHT, Style.FONT, FOOTER_SIZE);
    }
}
