package org.zhubao.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunFinished;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.levy.MarkLine;
import org.zhubao.levy.MarkLines;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Reconciling;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.rules.Money;
import org.zhubao.settlement.SettlingAccounts;

/** The tax bureau's part of the season: marks went out, most people paid, and one fund's sheet waits for its signatures. */
@Component
@Profile("demo")
class DemoTax {

    private static final String COUNTY = "510421";
    private static final int YEAR = 2025;

    private final PushingMarks pushing;
    private final MarkPushes pushes;
    private final MarkLines lines;
    private final SubmittingRosters submitting;
    private final Reconciling reconciling;
    private final SettlingAccounts settling;
    private final Divisions divisions;

    DemoTax(
            PushingMarks pushing,
            MarkPushes pushes,
            MarkLines lines,
            SubmittingRosters submitting,
            Reconciling reconciling,
            SettlingAccounts settling,
            Divisions divisions) {
        this.pushing = pushing;
        this.pushes = pushes;
        this.lines = lines;
        this.submitting = submitting;
        this.reconciling = reconciling;
        this.settling = settling;
        this.divisions = divisions;
    }

    /** After the first run of the county has been published, once. */
    @EventListener
    void exchange(RunFinished finished) {
        Run run = finished.run();
        if (run.county().equals(COUNTY)
                && run.benefitYear() == YEAR
                && pushes.last(COUNTY, YEAR).isEmpty()) {
            Division county = divisions.find(COUNTY).orElseThrow();
            UUID push = pushing.push(county, YEAR, PushKind.FULL, "clerk");
            receive(county, pushes.find(push, new Scope(COUNTY)).orElseThrow());
            reconciling.reconcile(county, YEAR, "clerk");
            settling.freeze(county, YEAR, "medical-assistance", "clerk");
        }
    }

    private void receive(Division county, MarkPush push) {
        try {
            Path file = Files.createTempFile("demo", null);
            try {
                Files.writeString(file, payments(push));
                UUID id = submitting.upload(
                        new RosterUpload(county, YEAR, Department.TAX, RosterKind.PAYMENTS, file, "缴费明细.csv", "tax"));
                submitting.submit(id, "tax");
                submitting.accept(id, "clerk");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String payments(MarkPush push) {
        StringBuilder table = new StringBuilder("姓名,身份证号码,代缴金额,个人缴费金额,缴费总额,缴费日期\n");
        lines.read(
                push,
                (Stream<MarkLine> all) -> table.append(all.filter(line -> line.sequence() % 11 != 5)
                        .map(DemoTax::payment)
                        .collect(Collectors.joining("\n"))));
        return table.toString();
    }

    /** Now and then somebody paid all of it, or the wrong amount was charged to the fund. */
    private static String payment(MarkLine line) {
        long subsidised =
                switch (line.sequence() % 40) {
                    case 3 -> 0;
                    case 7 -> line.subsidyFen() / 2;
                    default -> line.subsidyFen();
                };
        return String.join(
                ",",
                line.name(),
                line.number().full(),
                Money.ofFen(subsidised).toString(),
                Money.ofFen(line.premiumFen() - subsidised).toString(),
                Money.ofFen(line.premiumFen()).toString(),
                "2024-11-" + (10 + line.sequence() % 20));
    }
}
