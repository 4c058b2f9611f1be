package org.zhubao.determination.web;

import java.util.UUID;
import java.util.regex.Pattern;
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
import org.zhubao.determination.PersonFiles;
import org.zhubao.determination.PersonFiles.PersonFile;
import org.zhubao.policy.IdentityNames;
import org.zhubao.register.FindingPeople;
import org.zhubao.register.FoundPeople;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.site.Refusal;

/** Search for people, and one person's identities with their sources. */
@Controller
@RequestMapping("/people")
class PersonController {

    private static final int ROWS = 50;
    /** What may be more of an identity number than its last four characters, in digits of whatever width. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\p{Nd}){5}.*", Pattern.DOTALL);

    private final People people;
    private final FindingPeople finding;
    private final PersonFiles files;
    private final IdentityNames names;

    PersonController(People people, FindingPeople finding, PersonFiles files, IdentityNames names) {
        this.people = people;
        this.finding = finding;
        this.files = files;
        this.names = names;
    }

    /** By name or the last four characters of a number. An address with more of a number in it finds nobody. */
    @GetMapping
    String list(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean asked = q != null && !q.isBlank() && !isNumber(q);
        return found(workplace, asked, search(user, workplace, asked ? q : "", page), model);
    }

    /** Whatever was typed. A name becomes part of the address; a number never does, nor do the slips in one. */
    @PostMapping
    String search(
            CurrentUser user, Workplace workplace, @RequestParam String q, Model model, RedirectAttributes redirect) {
        if (!isNumber(q)) {
            redirect.addAttribute("q", q.strip());
            return "redirect:/people";
        }
        FoundPeople found = search(user, workplace, q, 1);
        return found.people().size() == 1
                ? "redirect:/people/" + found.people().get(0).id()
                : found(workplace, true, found, model);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private FoundPeople search(CurrentUser user, Workplace workplace, String text, int page) {
        return finding.find(workplace.county().code(), user.scope(), text, page, ROWS);
    }

    private String found(Workplace workplace, boolean asked, FoundPeople found, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("workplace", workplace);
        model.addAttribute("recognised", people.recognised(workplace.county().code(), workplace.benefitYear()));
        model.addAttribute("people", found.people());
        model.addAttribute("paging", found.paging());
        model.addAttribute("more", found.more());
        return "register/people";
    }

    @GetMapping("/{id}")
    String show(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        model.addAttribute("mayShowNumber", user.is(Role.CLERK, Role.REVIEWER, Role.AUDITOR));
        return page(user, workplace, id, model);
    }

    /** Once, on the answer to a click; the page as it is fetched never has it. */
    @PostMapping("/{id}/number")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
    String showNumber(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        Person person = people.findToShowNumber(id, workplace.county().code(), user.scope())
                .orElseThrow(Refusal::notFound);
        model.addAttribute("number", person.number().full());
        return page(user, workplace, id, model);
    }

    private String page(CurrentUser user, Workplace workplace, UUID id, Model model) {
        String county = workplace.county().code();
        PersonFile file = files.of(id, county, user.scope(), workplace.benefitYear(), !user.is(Role.TOWNSHIP_OFFICER))
                .orElseThrow(Refusal::notFound);
        model.addAttribute("person", file.person());
        model.addAttribute("workplace", workplace);
        model.addAttribute("claims", file.claims());
        model.addAttribute("households", file.households());
        model.addAttribute("events", file.events());
        model.addAttribute("mergedInto", file.mergedInto());
        model.addAttribute("mayCorrect", user.is(Role.CLERK));
        model.addAttribute("isAuditor", user.is(Role.AUDITOR));
        model.addAttribute("history", file.history());
        model.addAttribute("names", names.of(county, workplace.benefitYear()));
        model.addAttribute("run", file.run());
        return "register/person";
    }
}
