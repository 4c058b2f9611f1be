package org.zhubao.account.web;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhubao.account.Accounts;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Invitation;
import org.zhubao.account.Role;
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
    private final ScopeChoice scopes;
    private final Clock clock;

    UserController(Accounts accounts, ScopeChoice scopes, Clock clock) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.clock = clock;
    }

    @GetMapping
    String list(CurrentUser administrator, Model model) {
        model.addAttribute("form", UserForm.blank());
        return page(administrator, model);
    }

    @PostMapping
    String create(
            CurrentUser administrator,
            @ModelAttribute("form") UserForm form,
            BindingResult problems,
            Model model,
            RedirectAttributes redirect) {
        form.check(administrator.scope(), problems);
        if (problems.hasErrors()) {
            return page(administrator, model);
        }
        UserId id = accounts.create(form.user());
        Flash.success(redirect, "users.created", form.displayName());
        return showLink(id, redirect);
    }

    @PostMapping("/{id}/invitation")
    String invite(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        return showLink(administered(administrator, id).id(), redirect);
    }

    @PostMapping("/{id}/disabling")
    String disable(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        User user = administered(administrator, id);
        if (id == administrator.id()) {
            throw new Refusal("not-yourself");
        }
        accounts.disable(user.id());
        Flash.success(redirect, "users.disabled.done", user.displayName());
        return LIST;
    }

    @PostMapping("/{id}/enabling")
    String enable(CurrentUser administrator, @PathVariable long id, RedirectAttributes redirect) {
        User user = administered(administrator, id);
        accounts.enable(user.id());
        Flash.success(redirect, "users.enabled.done", user.displayName());
        return LIST;
    }

    private User administered(CurrentUser administrator, long id) {
        User user = accounts.get(new UserId(id));
        if (!user.isWithin(administrator.scope())) {
            throw Refusal.notFound();
        }
        return user;
    }

    private String showLink(UserId id, RedirectAttributes redirect) {
        Invitation invitation = accounts.invite(id);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(invitation.path())
                .toUriString();
        LocalDateTime expires = LocalDateTime.ofInstant(invitation.expiresAt(), clock.getZone());
        redirect.addFlashAttribute("link", new Link(accounts.get(id).displayName(), address, expires));
        return LIST;
    }

    private String page(CurrentUser administrator, Model model) {
        model.addAttribute(
                "rows",
                accounts.list().stream()
                        .filter(user -> user.isWithin(administrator.scope()))
                        .map(this::row)
                        .toList());
        model.addAttribute("roles", Arrays.asList(Role.values()));
        model.addAttribute("departments", Arrays.asList(Department.values()));
        model.addAttribute("divisions", scopes.within(administrator.scope()));
        return "account/users";
    }

    private UserRow row(User user) {
        var places = user.memberships().stream()
                .map(m -> new UserRow.Place(m.role(), scopes.nameOf(m.scope()).orElse(null), m.department()))
                .toList();
        return new UserRow(user, places, UserRow.State.of(user, clock.instant()));
    }

    /** The one-time link, shown once. */
    record Link(String displayName, String address, LocalDateTime expires) implements Serializable {}
}
