package org.zhubao.roster;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.site.Refusal;

/** Reads and checks the file of a batch that has arrived, in the caller's transaction. */
@Component
class RosterReader {

    private final RosterBatches batches;
    private final StagedRows rows;
    private final RosterReading reading;
    private final RosterReceptions receptions;
    private final List<RosterCrossCheck> crossChecks;
    private final RosterAliases aliases;
    private final PolicyCatalog policies;
    private final Divisions divisions;

    RosterReader(
            RosterBatches batches,
            StagedRows rows,
            RosterReading reading,
            RosterReceptions receptions,
            List<RosterCrossCheck> crossChecks,
            RosterAliases aliases,
            PolicyCatalog policies,
            Divisions divisions) {
        this.batches = batches;
        this.rows = rows;
        this.reading = reading;
        this.receptions = receptions;
        this.crossChecks = crossChecks;
        this.aliases = aliases;
        this.policies = policies;
        this.divisions = divisions;
    }

    /**
     * @param watch what it throws stops the reading
     * @throws RosterFileRefused when the file cannot be read or is another list; the transaction has then to be undone
     */
    void read(UUID id, RosterUpload upload, ReadingWatch watch) {
        RosterExpectation expected = expectation(upload);
        watch.at(ReadingStage.LOOKING, 0);
        RosterShape shape =
                rows.stage(id, upload, sink -> reading.read(upload.file(), upload.fileName(), expected, sink), watch);
        RowCounts counts = rows.count(id);
        watch.at(ReadingStage.COMPARING, counts.read());
        crossChecks.forEach(check -> check.check(id, shape.positions().keySet()));
        Preview preview = receptions.of(upload.kind()).preview(id);
        RosterBatch batch = batches.findById(id).orElseThrow(Refusal::notFound);
        batch.checked(counts, shape);
        batch.compared(preview);
        batches.flush();
    }

    private RosterExpectation expectation(RosterUpload upload) {
        Division county = upload.county();
        PublishedPolicy policy = policies.find(county.code(), upload.benefitYear())
                .orElseThrow(
                        () -> new Refusal("roster.no-policy", county.name(), String.valueOf(upload.benefitYear())));
        Aliases own = aliases.of(county.code(), upload.department());
        List<Division> others = divisions.counties(new Scope("")).stream()
                .filter(other -> !other.equals(county))
                .toList();
        return new RosterExpectation(
                county,
                divisions.townships(county.code()),
                others,
                upload.benefitYear(),
                upload.department(),
                upload.kind(),
                new PolicyWordings(policy.policy(), own.wordings()),
                own);
    }
}
