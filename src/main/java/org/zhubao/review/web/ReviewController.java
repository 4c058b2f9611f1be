package org.zhubao.review.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.register.People;
import org.zhubao.review.Decisions;
import org.zhubao.review.FindingItems;
import org.zhubao.review.ItemKind;
import org.zhubao.review.Pattern;
import org.zhubao.review.ReviewDesk;
import org.zhubao.review.Selection;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** What a person has to look at: groups with counts and money, the people of a group, one of them. */
@Controller
@RequestMapping("/review")
class ReviewController {

    private static final int ROWS = 50;

    private final ReviewDesk desk;
    private final Decisions decisions;
    private final FindingItems finding;
    private final People people;
    private final ReviewPage page;

    ReviewController(ReviewDesk desk, Decisions decisions, FindingItems finding, People people, ReviewPage page) {
        this.desk = desk;
        this.decisions = decisions;
        this.finding = finding;
        this.people = people;
        this.page = page;
    }

    @GetMapping
    String groups(Workplace workplace, @RequestParam(required = false) @Nullable String kind, Model model) {
        ItemKind only =
                kind == null || kind.isEmpty() ? null : ItemKind.ofCode(kind).orElseThrow(Refusal::notFound);
        page.words(workplace, model);
        List<ReviewDesk.Group> groups = desk.groups(workplace, only);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "persons", groups.stream().mapToInt(ReviewDesk.Group::persons).sum());
        model.addAttribute("kinds", ItemKind.values());
        model.addAttribute("kind", only);
        model.addAttribute("waiting", decisions.countWaiting(workplace));
        return "review/groups";
    }

    /** Looks again, as after every run. */
    @PostMapping("/finding")
    @PreAuthorize("hasRole('CLERK')")
    String look(Workplace workplace, RedirectAttributes redirect) {
        finding.find(workplace);
        Flash.success(redirect, "review.looked");
        return "redirect:/review";
    }

    /** The people of a group, all at once or one by one. */
    @GetMapping("/people")
    String people(
            CurrentUser user,
            Workplace workplace,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String pattern,
            @RequestParam(defaultValue = "") String township,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        ItemKind chosen = ItemKind.ofCode(kind).orElseThrow(Refusal::notFound);
        Selection group = Selection.group(chosen, pattern, township.isEmpty() ? null : township);
        Paging paging = new Paging(number, ROWS, desk.count(workplace, group));
        model.addAttribute("kind", chosen);
        model.addAttribute("lines", desk.lines(workplace, group, paging));
        model.addAttribute("paging", paging);
        model.addAttribute("pattern", Pattern.of(pattern));
        model.addAttribute("township", township);
        return page.decide(user, workplace, group, "review/people", model);
    }

    /** One item. Where it is decided by now, or its facts have changed, there is none any more. */
    @GetMapping("/items/{id}")
    String item(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        ReviewDesk.Line line = desk.item(workplace, id).orElseThrow(Refusal::notFound);
        model.addAttribute("line", line);
        model.addAttribute(
                "person",
                people.find(line.personId(), workplace.county().code(), user.scope())
                        .orElseThrow(Refusal::notFound));
        return page.decide(user, workplace, Selection.item(id), "review/person", model);
    }

    /** Somebody about whom nothing was found, and who is to be decided about all the same. */
    @GetMapping("/persons/{id}")
    @PreAuthorize("hasRole('CLERK')")
    String person(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        model.addAttribute(
                "person",
                people.find(id, workplace.county().code(), user.scope()).orElseThrow(Refusal::notFound));
        return page.decide(user, workplace, Selection.person(id), "review/person", model);
    }
}
