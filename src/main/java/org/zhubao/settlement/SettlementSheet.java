package org.zhubao.settlement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.zhubao.determination.Run;

/** A frozen sheet as stored. It is written once and has no way to change. */
@Entity
@Table(name = "settlement_sheet")
class SettlementSheet {

    @Id
    private UUID id;

    private String county;
    private int benefitYear;
    private String fund;

    @Enumerated(EnumType.STRING)
    private SheetForm form;

    private String number;
    private String title;
    private UUID runId;
    private String policyDigest;
    private int lines;
    private long totalFen;
    private String digest;
    private String frozenBy;
    private Instant frozenAt;

    protected SettlementSheet() {
        // for JPA
    }

    SettlementSheet(UUID id, Run run, Draft draft, String number, String digest, String by, Instant at) {
        this.id = id;
        this.county = run.county();
        this.benefitYear = run.benefitYear();
        this.fund = draft.fund();
        this.form = draft.form();
        this.number = number;
        this.title = draft.title();
        this.runId = run.id();
        this.policyDigest = run.policyDigest();
        this.lines = draft.persons();
        this.totalFen = draft.totalFen();
        this.digest = digest;
        this.frozenBy = by;
        this.frozenAt = at;
    }

    Sheet toSheet() {
        return new Sheet(
                id, county, benefitYear, fund, form, number, title, runId, lines, totalFen, digest, frozenBy, frozenAt);
    }
}
