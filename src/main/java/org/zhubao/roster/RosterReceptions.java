package org.zhubao.roster;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds who takes in rosters of a kind. */
@Component
public class RosterReceptions {

    private final List<RosterReception> receptions;

    RosterReceptions(List<RosterReception> receptions) {
        this.receptions = List.copyOf(receptions);
    }

    public RosterReception of(RosterKind kind) {
        return receptions.stream()
                .filter(reception -> reception.receives(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody receives " + kind));
    }
}
