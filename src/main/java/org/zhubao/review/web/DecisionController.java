package org.zhubao.review.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.determination.Verdict;
import org.zhubao.register.People;
import org.zhubao.review.Act;
import org.zhubao.review.Attachments;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.Decision;
import org.zhubao.review.Decisions;
import org.zhubao.review.Grounds;
import org.zhubao.review.ItemKind;
import org.zhubao.review.Letters;
import org.zhubao.review.Selection;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** Deciding: by one, and where money changes by a second one; what was decided, and undoing it. */
@Controller
@RequestMapping("/review")
class DecisionController {

    private static final int ROWS = 50;

    private final DecidingItems deciding;
    private final Decisions decisions;
    private final Attachments attachments;
    private final Letters letters;
    private final People people;
    private final ReviewPage page;

    DecisionController(
            DecidingItems deciding,
            Decisions decisions,
            Attachments attachments,
            Letters letters,
            People people,
            ReviewPage page) {
        this.deciding = deciding;
        this.decisions = decisions;
        this.attachments = attachments;
        this.letters = letters;
        this.people = people;
        this.page = page;
    }

    /**
     * A decision as filled in.
     *
     * @param persons how many people the page showed
     * @param act by its code,
     *     and the code of its verdict where it is an override
     * @param day that an override states, where its verdict leaves it open
     */
    record Form(
            @Nullable String kind,
            @Nullable String pattern,
            @Nullable String township,
            @Nullable UUID item,
            @Nullable UUID person,
            int persons,
            String act,
            @Nullable String reason,
            @Nullable String document,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate validFrom,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate validTo,
            @Nullable String day) {

        private static final String OVERRIDDEN = Act.OVERRIDDEN.code() + ":";

        Selection selection() {
            if (person != null) {
                return Selection.person(person);
            }
            if (item != null) {
                return Selection.item(item);
            }
            return Selection.group(
                    ItemKind.ofCode(text(kind)).orElseThrow(Refusal::notFound),
                    text(pattern),
                    text(township).isEmpty() ? null : township);
        }

        boolean overrides() {
            return act.startsWith(OVERRIDDEN);
        }

        Verdict verdict() {
            String code = act.substring(OVERRIDDEN.length());
            return Verdict.ofCode(code.endsWith("=") ? code + text(day) : code);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @PostMapping("/decisions")
    @PreAuthorize("hasRole('CLERK')")
    String decide(
            CurrentUser user,
            Workplace workplace,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect)
            throws IOException {
        if (form.person() != null) {
            people.find(form.person(), workplace.county().code(), user.scope()).orElseThrow(Refusal::notFound);
        }
        if (form.overrides()) {
            deciding.propose(
                    workplace,
                    form.selection(),
                    form.verdict(),
                    grounds(user, workplace, form, file),
                    form.persons(),
                    user.username());
            Flash.success(redirect, "review.proposed", form.persons());
        } else {
            Act act = Act.ofCode(form.act()).orElseThrow(Refusal::notFound);
            deciding.decide(
                    workplace, form.selection(), act, Form.text(form.reason()), form.persons(), user.username());
            if (act == Act.ASKED) {
                Flash.success(redirect, "review.asked", form.persons());
                return "redirect:/review/decisions";
            }
            Flash.success(redirect, "review.decided", form.persons());
        }
        return "redirect:/review";
    }

    private Grounds grounds(CurrentUser user, Workplace workplace, Form form, @Nullable MultipartFile file)
            throws IOException {
        LocalDate from = form.validFrom() == null ? page.today() : form.validFrom();
        Grounds grounds = new Grounds(Form.text(form.reason()), Form.text(form.document()), from, form.validTo(), null);
        return file == null || file.isEmpty()
                ? grounds
                : grounds.with(attachments.add(
                        workplace.county().code(),
                        Attachments.nameOf(file.getOriginalFilename()),
                        file.getBytes(),
                        user.username()));
    }

    /** What waits for a second person. */
    @GetMapping("/proposals")
    String proposals(CurrentUser user, Workplace workplace, Model model) {
        page.words(workplace, model);
        model.addAttribute("proposals", decisions.waiting(workplace));
        model.addAttribute("mayDecide", user.is(Role.REVIEWER));
        model.addAttribute("user", user);
        return "review/proposals";
    }

    @PostMapping("/proposals/{id}/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    String approve(CurrentUser user, Workplace workplace, @PathVariable UUID id, RedirectAttributes redirect) {
        deciding.approve(workplace, id, user.username());
        Flash.success(redirect, "review.approved");
        return "redirect:/review/proposals";
    }

    @PostMapping("/proposals/{id}/rejection")
    @PreAuthorize("hasRole('REVIEWER')")
    String reject(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        deciding.reject(workplace, id, reason, user.username());
        Flash.success(redirect, "review.rejected");
        return "redirect:/review/proposals";
    }

    @GetMapping("/decisions")
    String decided(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        Paging paging = new Paging(number, ROWS, decisions.count(workplace));
        List<Decision> list = decisions.list(workplace, paging);
        page.words(workplace, model);
        model.addAttribute("decisions", list);
        model.addAttribute("letters", letters.of(list.stream().map(Decision::id).toList()));
        model.addAttribute("paging", paging);
        model.addAttribute("mayUndo", user.is(Role.CLERK, Role.REVIEWER));
        model.addAttribute("user", user);
        return "review/decisions";
    }

    @PostMapping("/decisions/{id}/undoing")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String undo(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        deciding.undo(workplace, id, reason, user.username());
        Flash.success(redirect, "review.undone");
        return "redirect:/review/decisions";
    }
}
