package org.zhubao.account.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.Accounts;
import org.zhubao.account.Confirmations;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SecondStep;
import org.zhubao.account.User;
import org.zhubao.account.UserId;
import org.zhubao.division.Department;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** The administration of users, within the administrator's own scope. */
@Controller
@RequestMapping("/administration/users")
class UserController {

    private static final String LIST = "redirect:/administration/users";

    private final Accounts accounts;
    private final AdministeredUsers users;
    private final Confirmations confirmations;
    private final ScopeChoice scopes;
    private final SecondStep secondStep;
    private final Clock clock;

    UserController(
            Accounts accounts,
            AdministeredUsers users,
            Confirmations confirmations,
            ScopeChoice scopes,
            SecondStep secondStep,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.confirmations = confirmations;
        this.scopes = scopes;
        this.secondStep = secondStep;
        this.clock = clock;
    }

    @GetMapping
    String list(CurrentUser administrator, Model model) {
        model.addAttribute("form", UserForm.blank());
        return page(administrator, model);
    }

    @PostMapping
    String create(
            CurrentUser administrator, @ModelAttribute("form") UserForm form, BindingResult problems, Model model) {
        form.check(administrator.scope(), problems);
        if (problems.hasErrors()) {
            return page(administrator, model);
        }
        UserId id = accounts.create(form.user());
        return askForLink(id, "users.created", "users.created.waits", administrator, model);
    }

    @PostMapping("/{id}/invitation")
    String invite(CurrentUser administrator, @PathVariable long id, Model model) {
        UserId user = users.get(administrator, id).id();
        return askForLink(user, "users.link.proposed", "users.link.proposed.waits", administrator, model);
    }

    @PostMapping("/{id}/disabling")
    String disable(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        User user = users.get(administrator, id);
        if (id == administrator.id()) {
            throw new Refusal("not-yourself");
        }
        accounts.disable(user.id());
        Flash.success(redirect, "users.disabled.done", user.displayName());
        return LIST;
    }

    @PostMapping("/{id}/enabling")
    String enable(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        User user = users.get(administrator, id);
        accounts.enable(user.id());
        Flash.success(redirect, "users.enabled.done", user.displayName());
        return LIST;
    }

    @PostMapping("/{id}/sessions/ending")
    String endSessions(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        User user = users.get(administrator, id);
        accounts.endSessions(user.id());
        Flash.success(redirect, "users.sessions-ended", user.displayName());
        return LIST;
    }

    @PostMapping("/{id}/second-step/removal")
    String removeSecondStep(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        User user = users.get(administrator, id);
        if (id == administrator.id()) {
            throw new Refusal("not-yourself");
        }
        accounts.removeSecondStep(user.id());
        Flash.success(redirect, "users.second-step-removed", user.displayName());
        return LIST;
    }

    /** Where nobody else could confirm it, the answer shows the link at once. */
    private String askForLink(UserId id, String done, String waits, CurrentUser administrator, Model model) {
        String name = accounts.get(id).displayName();
        Optional<Link> link = confirmations
                .proposeLink(id, administrator)
                .map(invitation -> Link.of(invitation, name, clock.getZone()));
        link.ifPresent(shown -> model.addAttribute("link", shown));
        model.addAttribute(Flash.ATTRIBUTE, new Flash("success", link.isEmpty() ? waits : done, List.of(name)));
        model.addAttribute("form", UserForm.blank());
        return page(administrator, model);
    }

    private String page(CurrentUser administrator, Model model) {
        model.addAttribute(
                "rows",
                accounts.list().stream()
                        .filter(user -> user.isWithin(administrator.scope()))
                        .map(this::row)
                        .toList());
        model.addAttribute("roles", Arrays.asList(Role.values()));
        model.addAttribute("departments", Department.certifying());
        model.addAttribute("divisions", scopes.within(administrator.scope()));
        return "account/users";
    }

    private UserRow row(User user) {
        var places = user.memberships().stream().map(scopes::place).toList();
        return new UserRow(
                user, places, UserRow.State.of(user, clock.instant()), secondStep.isEnrolled(user.username()));
    }
}
