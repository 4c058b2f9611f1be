package org.zhubao.roster;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a complete list cancels so many that the file may be incomplete, and a second person has to look. */
@Component
public class Jumps {

    private final int percent;

    /** @param percent of those held before, above which a cancellation is a jump */
    Jumps(@Value("${zhubao.rosters.jump-percent}") int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** Removals cancel by intention; only what a complete list leaves out can be an accident. */
    public boolean isJump(RosterKind kind, Preview preview) {
        return kind.isComplete() && preview.cancelledPercent() > percent;
    }
}
