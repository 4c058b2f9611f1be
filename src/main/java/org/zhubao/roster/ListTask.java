package org.zhubao.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;

/** What waits to be done with lists: the home page counts them, and the page of lists shows just these. */
public enum ListTask {
    /** Handed in for good, and somebody of the bureau has to take it who did not vouch for it. */
    TO_ACCEPT,
    /** Checked, and the department has to vouch for it. */
    TO_SUBMIT,
    /** Sent back, and nothing of the kind has come since. */
    TO_SEND_AGAIN;

    /** @param lists all that whoever asks may see: a list sent back is replaced by a later one among them */
    public List<RosterSummary> among(List<RosterSummary> lists, CurrentUser user) {
        return lists.stream().filter(list -> isFor(user, list, lists)).toList();
    }

    private boolean isFor(CurrentUser user, RosterSummary list, List<RosterSummary> lists) {
        return switch (this) {
            case TO_ACCEPT ->
                list.isWaitingForBureau()
                        && !user.username().equals(list.submittedBy())
                        && (user.is(Role.CLERK) || list.firstAcceptedBy() != null);
            case TO_SUBMIT -> list.isWaitingForDepartment();
            case TO_SEND_AGAIN ->
                list.status() == RosterStatus.RETURNED && lists.stream().noneMatch(other -> other.comesAfter(list));
        };
    }

    /** What addresses use: {@code to-accept}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "roster.task." + code();
    }

    public static Optional<ListTask> ofCode(String code) {
        return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
    }
}
