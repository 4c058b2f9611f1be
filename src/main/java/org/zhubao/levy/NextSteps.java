package org.zhubao.levy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Remembered;

/** What the tax bureau has not been told yet, and what has come that nobody has reconciled. Reads only. */
@Service
@Transactional(readOnly = true)
public class NextSteps {

    private final Remembered<ToPush, Integer> people = new Remembered<>();
    private final DeterminingSubsidies determining;
    private final AmountsOfRun amounts;
    private final MarkDrafts drafts;
    private final MarkPushes pushes;
    private final Reconciliations reconciliations;

    NextSteps(
            DeterminingSubsidies determining,
            AmountsOfRun amounts,
            MarkDrafts drafts,
            MarkPushes pushes,
            Reconciliations reconciliations) {
        this.determining = determining;
        this.amounts = amounts;
        this.drafts = drafts;
        this.pushes = pushes;
        this.reconciliations = reconciliations;
    }

    /**
     * What a push would be made from.
     *
     * @param run the published one
     * @param push the last; null before the first
     * @param refused lines of all pushes that the tax bureau did not take
     */
    public record ToPush(Run run, @Nullable UUID push, int refused) {}

    /** Empty where a push cannot tell anything new: it would be made from what the last one was made from. */
    public Optional<ToPush> toPush(Division county, int benefitYear) {
        List<MarkPush> made = pushes.list(county.code(), benefitYear);
        Optional<MarkPush> last = made.stream().findFirst();
        int refused = made.stream().mapToInt(MarkPush::refused).sum();
        return determining
                .published(county.code(), benefitYear)
                .filter(run -> refused > 0
                        || last.filter(p -> p.runId().equals(run.id())).isEmpty())
                .map(run -> new ToPush(run, last.map(MarkPush::id).orElse(null), refused));
    }

    /** How many people it would name; counted once for what it would be made from. */
    public int people(Division county, ToPush push) {
        return people.of(push, p -> drafts.different(county.region(), p.run(), amounts.asJson(p.run())));
    }

    /** @param lists of every office */
    public NotReconciled toReconcile(Division county, int benefitYear, List<RosterSummary> lists) {
        return NotReconciled.since(
                reconciliations.newest(county.code(), benefitYear),
                determining.published(county.code(), benefitYear),
                lists);
    }
}
