package org.zhubao.policy.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.policy.Draft;
import org.zhubao.policy.DraftReading;
import org.zhubao.policy.DraftStatus;
import org.zhubao.policy.PolicyHistory;
import org.zhubao.policy.ReadingDrafts;
import org.zhubao.policy.outline.Construct;
import org.zhubao.policy.outline.Outline;

/** What the editor shows: the text, what is wrong with it or what it comes to, and what may be done with the draft. */
@Component
class EditorPage {

    private final ReadingDrafts reading;
    private final PolicyHistory history;

    EditorPage(ReadingDrafts reading, PolicyHistory history) {
        this.reading = reading;
        this.history = history;
    }

    /**
     * @param typed what stands in the editor, saved or not
     * @param version of the draft that the next save replaces
     */
    String show(Draft draft, String typed, int version, CurrentUser user, Workplace workplace, Model model) {
        boolean mayWrite = user.is(Role.CLERK) && draft.status().isOpen();
        model.addAttribute("draft", draft);
        model.addAttribute("typed", typed);
        model.addAttribute("version", version);
        model.addAttribute("mayWrite", mayWrite);
        model.addAttribute("maySubmit", user.is(Role.CLERK) && draft.status() == DraftStatus.PROVED);
        model.addAttribute(
                "mayDecide",
                user.is(Role.REVIEWER)
                        && draft.status() == DraftStatus.SUBMITTED
                        && !draft.hands().contains(user.username()));
        check(draft, typed, workplace, model);
        return "policy/draft";
    }

    /** Fills the model for the template {@code policy/checked}. */
    void check(Draft draft, String typed, Workplace workplace, Model model) {
        DraftReading read = reading.read(typed);
        model.addAttribute("draft", draft);
        model.addAttribute("problems", read.problems());
        model.addAttribute("unchanged", unchanged(draft, typed));
        read.of(workplace.benefitYear()).filter(p -> read.isSound()).ifPresent(p -> PolicyTable.show(p, model));
    }

    /** What may say something else in another year and still stands as in the text the draft was begun with. */
    private List<Construct> unchanged(Draft draft, String typed) {
        if (draft.madeFrom() == null) {
            return List.of();
        }
        List<Construct> now = Outline.of(typed).constructs();
        Set<Object> base = history.textOf(draft.madeFrom()).stream()
                .flatMap(text -> Outline.of(text).constructs().stream())
                .map(EditorPage::said)
                .collect(Collectors.toSet());
        boolean isOfTheSameYears =
                now.stream().anyMatch(c -> c.section().equals("benefit-years") && base.contains(said(c)));
        return isOfTheSameYears
                ? List.of()
                : now.stream()
                        .filter(c -> c.dependsOnTheYear() && base.contains(said(c)))
                        .toList();
    }

    private static List<Object> said(Construct construct) {
        return List.of(construct.section(), construct.name(), construct.meaning());
    }
}
