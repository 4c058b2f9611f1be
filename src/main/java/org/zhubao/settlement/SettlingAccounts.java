package org.zhubao.settlement;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Policy;
import org.zhubao.rules.SheetSpec;
import org.zhubao.site.Refusal;

/** From a run to the sheets that funds pay by: drafted, numbered, frozen, written. */
@Service
public class SettlingAccounts {

    private final SettlementSheets sheets;
    private final SheetLines lines;
    private final SheetWriting writing;
    private final ChargedRosters rosters;
    private final DeterminingSubsidies determining;
    private final PolicyArchive archive;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    SettlingAccounts(
            SettlementSheets sheets,
            SheetLines lines,
            SheetWriting writing,
            ChargedRosters rosters,
            DeterminingSubsidies determining,
            PolicyArchive archive,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.writing = writing;
        this.rosters = rosters;
        this.determining = determining;
        this.archive = archive;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What each fund of the policy would be charged now; empty before the first run has finished. */
    @Transactional(readOnly = true)
    public List<Draft> drafts(Division county, int benefitYear) {
        return determining
                .latest(county.code(), benefitYear)
                .map(run -> policy(run).sheets().stream()
                        .map(spec -> draft(run, spec))
                        .toList())
                .orElse(List.of());
    }

    /** The frozen sheets, the newest first. */
    @Transactional(readOnly = true)
    public List<Sheet> sheets(Division county, int benefitYear) {
        return sheets.findByCountyAndBenefitYearOrderByFrozenAtDesc(county.code(), benefitYear).stream()
                .map(SettlementSheet::toSheet)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(UUID id, String county) {
        return sheets.findByIdAndCounty(id, county).map(SettlementSheet::toSheet);
    }

    /** A sheet of whichever county, if the scope covers it. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(UUID id, Scope scope) {
        return sheets.findById(id).map(SettlementSheet::toSheet).filter(sheet -> scope.covers(sheet.county()));
    }

    /**
     * Freezes what a fund owes by the newest run. Whoever an earlier sheet of this fund and year has charged is left
     * out, so that nobody is charged twice.
     *
     * @return the id of the sheet
     * @throws Refusal when there is no finished run, a roster it counted was withdrawn, no such fund, or nobody left to
     *     charge
     */
    @Transactional
    public UUID freeze(Division county, int benefitYear, String fund, String by) {
        rosters.oneByOne(county.code(), benefitYear);
        Run run = determining.latest(county.code(), benefitYear).orElseThrow(() -> new Refusal("settlement.no-run"));
        if (rosters.anyWithdrawnSince(run.asKnownOn(), county.code(), benefitYear)) {
            throw new Refusal("settlement.roster-withdrawn");
        }
        SheetSpec spec = policy(run).sheets().stream()
                .filter(s -> s.fund().equals(fund))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        int number = nextNumber(county.code(), benefitYear, fund);
        Draft draft = draft(run, spec);
        if (draft.persons() == 0) {
            throw new Refusal("settlement.nobody-left", draft.fundName());
        }
        lines.gather(run, fund);
        UUID id = UUID.randomUUID();
        String sheetNumber = "%s-%d-%s-%02d".formatted(county.code(), benefitYear, fund, number);
        sheets.saveAndFlush(
                new SettlementSheet(id, run, draft, sheetNumber, lines.digestOfDraft(), by, clock.instant()));
        lines.store(id, run, fund);
        trail.record(AuditEvent.of(Action.SHEET_FROZEN, county.code(), "sheet " + id)
                .by(by)
                .with("number", sheetNumber)
                .with("persons", draft.persons())
                .with("totalFen", draft.totalFen()));
        return id;
    }

    /** Hands the lines to {@code reader}, one by one. */
    @Transactional(readOnly = true)
    public void read(Sheet sheet, Consumer<Stream<SheetLine>> reader) {
        try (Stream<SheetLine> stream = lines.of(sheet.id())) {
            reader.accept(stream);
        }
    }

    /** Whether the stored lines still are what was frozen. */
    @Transactional(readOnly = true)
    public boolean isIntact(Sheet sheet) {
        return lines.digestOf(sheet.id()).equals(sheet.digest());
    }

    /** Writes the sheet as a workbook. */
    @Transactional(readOnly = true)
    public void write(Sheet sheet, Division county, OutputStream out) {
        Policy policy = policy(determining.run(sheet.runId(), county.code()).orElseThrow());
        SheetContent content = new SheetContent(
                sheet.number(),
                sheet.title(),
                sheet.form(),
                county.name(),
                policy.fund(sheet.fund()).orElseThrow().name(),
                sheet.benefitYear(),
                LocalDate.ofInstant(sheet.frozenAt(), clock.getZone()),
                sheet.digest());
        read(sheet, stream -> writing.write(content, stream::iterator, out));
    }

    private Draft draft(Run run, SheetSpec spec) {
        SheetLines.Sums sums = lines.sums(run, spec.fund());
        return new Draft(
                spec.fund(),
                policy(run).fund(spec.fund()).orElseThrow().name(),
                SheetForm.valueOf(spec.form().toUpperCase(Locale.ROOT).replace('-', '_')),
                spec.title(),
                run.id(),
                sums.persons(),
                sums.totalFen(),
                sums.settledBefore());
    }

    private Policy policy(Run run) {
        return archive.find(run.policyDigest(), run.benefitYear()).orElseThrow().policy();
    }

    /** The counter's row is locked until the transaction ends, so freezing goes one by one and leaves no gap. */
    private int nextNumber(String county, int benefitYear, String fund) {
        return jdbc.sql(
                        """
                        insert into settlement_number (county, benefit_year, fund, last_number) values (?, ?, ?, 1)
                        on conflict (county, benefit_year, fund)
                        do update set last_number = settlement_number.last_number + 1
                        returning last_number
                        """)
                .params(county, benefitYear, fund)
                .query(Integer.class)
                .single();
    }
}
