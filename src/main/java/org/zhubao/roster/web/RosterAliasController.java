package org.zhubao.roster.web;

import java.io.IOException;
import java.util.Arrays;
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
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.policy.IdentityNames;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.RosterAliases;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Flash;

/** What departments mean by their own headings and wordings: said once, remembered, listed, forgotten. */
@Controller
@RequestMapping("/rosters")
class RosterAliasController {

    private final VisibleRosters rosters;
    private final OwnWords words;
    private final RosterAliases aliases;
    private final HandingInRosters handingIn;
    private final Uploads uploads;
    private final IdentityNames names;

    RosterAliasController(
            VisibleRosters rosters,
            OwnWords words,
            RosterAliases aliases,
            HandingInRosters handingIn,
            Uploads uploads,
            IdentityNames names) {
        this.rosters = rosters;
        this.words = words;
        this.aliases = aliases;
        this.handingIn = handingIn;
        this.uploads = uploads;
        this.names = names;
    }

    /** What is said of the columns of a file that could not be read. */
    record HeadingsForm(
            @Nullable String department, @Nullable String kind, List<String> written, List<String> column) {}

    @GetMapping("/aliases")
    String list(CurrentUser user, Workplace workplace, Model model) {
        model.addAttribute("workplace", workplace);
        model.addAttribute("aliases", aliases.list(workplace.county().code(), user.office()));
        model.addAttribute("names", names.of(workplace.county().code(), workplace.benefitYear()));
        model.addAttribute("mayForget", user.is(Role.CLERK, Role.DEPARTMENT_OFFICER, Role.TAX_OFFICER));
        return "roster/aliases";
    }

    @PostMapping("/aliases/{alias}/removal")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    String forget(CurrentUser user, Workplace workplace, @PathVariable long alias, RedirectAttributes redirect) {
        aliases.forget(alias, workplace.county().code(), user.office(), user.username());
        Flash.success(redirect, "roster.alias.forgotten");
        return "redirect:/rosters/aliases";
    }

    /** Says what the columns are; the file is then uploaded again. */
    @PostMapping("/headings")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    String headings(CurrentUser user, Workplace workplace, HeadingsForm form, RedirectAttributes redirect) {
        words.headings(
                workplace.county().code(),
                uploads.sender(user, uploads.kind(user, form.kind()), form.department()),
                form.written(),
                form.column(),
                user.username());
        Flash.success(redirect, "roster.headings.remembered");
        redirect.addAttribute("department", form.department());
        redirect.addAttribute("kind", form.kind());
        return "redirect:/rosters/new";
    }

    /** Says what wordings mean, and reads the file again by that. */
    @PostMapping("/{id}/wordings")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER')")
    String wordings(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam String[] written,
            @RequestParam String[] meaning,
            RedirectAttributes redirect)
            throws IOException {
        RosterSummary roster = rosters.get(user, id);
        words.wordings(
                roster.county(),
                roster.benefitYear(),
                roster.department(),
                Arrays.asList(written),
                Arrays.asList(meaning),
                user.username());
        UUID again = handingIn.readAgain(id, user.username());
        Flash.success(redirect, "roster.wordings.remembered");
        return "redirect:/rosters/" + again;
    }
}
