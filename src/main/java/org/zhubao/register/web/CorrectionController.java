package org.zhubao.register.web;

import java.util.Locale;
import java.util.UUID;
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
import org.zhubao.protection.IdNumber;
import org.zhubao.register.CorrectingPersons;
import org.zhubao.register.Corrections;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** Putting right numbers and names, making two records one: proposed on the person's page, decided on a list. */
@Controller
@RequestMapping("/people")
class CorrectionController {

    private static final int LONGEST_REASON = 500;

    private final CorrectingPersons correcting;
    private final Corrections corrections;
    private final People people;

    CorrectionController(CorrectingPersons correcting, Corrections corrections, People people) {
        this.correcting = correcting;
        this.corrections = corrections;
        this.people = people;
    }

    @GetMapping("/corrections")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
    String list(CurrentUser user, Workplace workplace, Model model) {
        model.addAttribute("corrections", corrections.open(workplace.county().code()));
        model.addAttribute("mayDecide", user.is(Role.REVIEWER));
        return "register/corrections";
    }

    @PostMapping("/{id}/corrections/number")
    @PreAuthorize("hasRole('CLERK')")
    String number(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String number,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        Person person = person(user, workplace, id);
        correcting.proposeNumber(person, workplace.county().code(), read(number), said(reason), user.username());
        return proposed(id, redirect);
    }

    @PostMapping("/{id}/corrections/name")
    @PreAuthorize("hasRole('CLERK')")
    String name(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        Person person = person(user, workplace, id);
        correcting.proposeName(person, workplace.county().code(), name, said(reason), user.username());
        return proposed(id, redirect);
    }

    /** @param number of the other record, which becomes one with this */
    @PostMapping("/{id}/corrections/merge")
    @PreAuthorize("hasRole('CLERK')")
    String merge(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String number,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        String county = workplace.county().code();
        Person person = person(user, workplace, id);
        Person other =
                people.byNumber(county, user.scope(), read(number)).orElseThrow(() -> new Refusal("correction.nobody"));
        correcting.proposeMerge(person, other, county, said(reason), user.username());
        return proposed(id, redirect);
    }

    /** Of a record that has become one with another. */
    @PostMapping("/{id}/corrections/separation")
    @PreAuthorize("hasRole('CLERK')")
    String separate(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        Person person = person(user, workplace, id);
        correcting.proposeSeparation(person, workplace.county().code(), said(reason), user.username());
        return proposed(id, redirect);
    }

    @PostMapping("/corrections/{correction}/confirmation")
    @PreAuthorize("hasRole('REVIEWER')")
    String confirm(CurrentUser user, Workplace workplace, @PathVariable UUID correction, RedirectAttributes redirect) {
        correcting.confirm(correction, workplace.county().code(), user.username());
        Flash.success(redirect, "correction.done");
        return "redirect:/people/corrections";
    }

    @PostMapping("/corrections/{correction}/rejection")
    @PreAuthorize("hasRole('REVIEWER')")
    String reject(CurrentUser user, Workplace workplace, @PathVariable UUID correction, RedirectAttributes redirect) {
        correcting.reject(correction, workplace.county().code(), user.username());
        Flash.success(redirect, "correction.rejected.done");
        return "redirect:/people/corrections";
    }

    private Person person(CurrentUser user, Workplace workplace, UUID id) {
        return people.find(id, workplace.county().code(), user.scope()).orElseThrow(Refusal::notFound);
    }

    private static IdNumber read(String typed) {
        return IdNumber.of(typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Refusal("correction.wrong-number"));
    }

    private static String said(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal("correction.no-reason");
        }
        return reason.strip();
    }

    private static String proposed(UUID id, RedirectAttributes redirect) {
        Flash.success(redirect, "correction.proposed");
        return "redirect:/people/" + id;
    }
}
