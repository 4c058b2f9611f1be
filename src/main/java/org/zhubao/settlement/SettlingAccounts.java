package org.zhubao.settlement;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;
import org.zhubao.division.Scope;
import org.zhubao.rules.Policy;
import org.zhubao.rules.SheetSpec;
import org.zhubao.settlement.form.Form;
import org.zhubao.site.Refusal;

/** From a run to the sheets that funds pay by: drafted, numbered, frozen, written. */
@Service
public class SettlingAccounts {

    private final SettlementSheets sheets;
    private final SheetLines lines;
    private final List<SheetWriting> writing;
    private final Bases bases;
    private final Drafting drafting;
    private final Gathering gathering;
    private final TierPremiums tiers;
    private final Creditors creditors;
    private final Records records;
    private final Disputes disputes;
    private final MovingSheets moving;
    private final Ledger ledger;
    private final ChargedRosters rosters;
    private final DeterminingSubsidies determining;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    SettlingAccounts(
            SettlementSheets sheets,
            SheetLines lines,
            List<SheetWriting> writing,
            Bases bases,
            Drafting drafting,
            Gathering gathering,
            TierPremiums tiers,
            Creditors creditors,
            Records records,
            Disputes disputes,
            MovingSheets moving,
            Ledger ledger,
            ChargedRosters rosters,
            DeterminingSubsidies determining,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.writing = writing;
        this.bases = bases;
        this.drafting = drafting;
        this.gathering = gathering;
        this.tiers = tiers;
        this.creditors = creditors;
        this.records = records;
        this.disputes = disputes;
        this.moving = moving;
        this.ledger = ledger;
        this.rosters = rosters;
        this.determining = determining;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What each fund of the policy would be charged now; empty before the first run has finished. */
    @Transactional(readOnly = true)
    public List<Draft> drafts(Division county, int benefitYear) {
        return bases.find(county.code(), benefitYear).map(drafting::drafts).orElse(List.of());
    }

    /** Whether nothing can be drafted because payments have come that nobody has reconciled with the newest run. */
    @Transactional(readOnly = true)
    public boolean waitsForReconciliation(Division county, int benefitYear) {
        return bases.waitsForReconciliation(county.code(), benefitYear);
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

    /** The lines of a sheet that its department does not accept. */
    @Transactional(readOnly = true)
    public List<Dispute> disputes(Sheet sheet) {
        return disputes.of(sheet.id());
    }

    /**
     * Freezes what a fund owes by the newest run, against what earlier sheets charged: whoever was charged the same is
     * left out, and of everybody else only the difference is charged, so that nobody is charged twice.
     *
     * @return the id of the sheet
     * @throws Refusal when there is no finished run, a roster it counted was withdrawn, no such fund, or nobody left to
     *     charge
     */
    @Transactional
    public UUID freeze(Division county, int benefitYear, String fund, String by) {
        rosters.oneByOne(county.code(), benefitYear);
        return freeze(county.code(), benefitYear, fund, by, null);
    }

    /**
     * Replaces a disputed sheet by one without the lines that leave it; these people come with a sheet after that.
     *
     * @return the id of the new sheet
     * @throws Refusal while a dispute is unanswered, or where every line leaves: then the sheet is to be taken back
     */
    @Transactional
    public UUID replace(Sheet sheet, String by) {
        List<Dispute> all = disputes.of(sheet.id());
        if (all.isEmpty() || all.stream().anyMatch(Dispute::isOpen)) {
            throw new Refusal("settlement.dispute.open");
        }
        if (all.stream().filter(Dispute::leaves).count() == sheet.lines()) {
            throw new Refusal("settlement.dispute.all-leave");
        }
        moving.revoke(sheet, all.size() + " disputed", by);
        return freeze(sheet.county(), sheet.benefitYear(), sheet.fund(), by, sheet.id());
    }

    private UUID freeze(String county, int benefitYear, String fund, String by, @Nullable UUID replaced) {
        Basis basis = bases.get(county, benefitYear);
        Run run = basis.run();
        if (rosters.anyWithdrawnSince(run.asKnownOn(), county, benefitYear)) {
            throw Refusal.overtaken("settlement.roster-withdrawn");
        }
        SheetSpec spec = drafting.policy(run).sheets().stream()
                .filter(s -> s.fund().equals(fund))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        int number = nextNumber(county, benefitYear, fund);
        Drafting.Decided decided = drafting.decide(basis, spec);
        gathering.gather(
                decided.charging(), drafting.followed(decided), tiers.of(basis), creditors.of(decided), replaced);
        SheetLines.Gathered gathered = lines.gathered();
        if (gathered.lines() == 0) {
            throw Refusal.overtaken("settlement.nobody-left", decided.draft().fundName());
        }
        UUID id = UUID.randomUUID();
        String sheetNumber = "%s-%d-%s-%02d".formatted(county, benefitYear, fund, number);
        SettlementSheet frozen = sheets.saveAndFlush(new SettlementSheet(
                id,
                basis,
                decided.draft(),
                sheetNumber,
                gathered,
                records.digest(run),
                new Signature(by, clock.instant())));
        lines.store(frozen.toSheet());
        records.keepInputs(frozen.toSheet(), run);
        ledger.enter(frozen.toSheet());
        trail.record(frozen.event(Action.SHEET_FROZEN)
                .by(by)
                .with("persons", gathered.lines())
                .with("totalFen", gathered.totalFen()));
        return id;
    }

    /** Some of the lines, for a screen. */
    @Transactional(readOnly = true)
    public List<SheetLine> lines(Sheet sheet, long offset, int limit) {
        return lines.some(sheet.id(), offset, limit);
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

    /** Writes the sheet as a file. */
    @Transactional(readOnly = true)
    public void write(Sheet sheet, Division county, SheetFormat format, OutputStream out) {
        SheetWriting writer =
                writing.stream().filter(w -> w.format() == format).findFirst().orElseThrow();
        Policy policy =
                drafting.policy(determining.run(sheet.runId(), county.code()).orElseThrow());
        SheetContent content = new SheetContent(
                sheet.number(),
                sheet.title(),
                sheet.form(),
                county.name(),
                policy.fund(sheet.fund()).orElseThrow().name(),
                sheet.benefitYear(),
                LocalDate.ofInstant(sheet.frozenAt(), clock.getZone()),
                sheet.digest(),
                sheet.status() == SheetStatus.VOID);
        read(sheet, stream -> writer.write(content, Form.of(sheet.form()), stream::iterator, out));
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
