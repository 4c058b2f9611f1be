package org.zhubao.levy;

import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.roster.Change;
import org.zhubao.roster.Preview;
import org.zhubao.roster.PreviewLine;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterReception;

/** Takes in one kind of list by one relation {@code change_of}, as {@link LevyLists} asks for it. */
abstract class LevyReception implements RosterReception {

    private final RosterKind kind;
    private final String changeOf;
    private final LevyLists lists;

    LevyReception(RosterKind kind, String changeOf, LevyLists lists) {
        this.kind = kind;
        this.changeOf = changeOf;
        this.lists = lists;
    }

    @Override
    public boolean receives(RosterKind other) {
        return other == kind;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(UUID rosterId) {
        return lists.preview(rosterId, changeOf);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PreviewLine> people(UUID rosterId, Change change, int limit) {
        return lists.people(rosterId, changeOf, change, limit);
    }
}
