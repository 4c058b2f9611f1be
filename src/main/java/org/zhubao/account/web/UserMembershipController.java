package org.zhubao.account.web;

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
import org.zhubao.account.Confirmations;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.User;
import org.zhubao.division.Department;
import org.zhubao.site.Flash;

/** What a user is, and proposing that they be something else besides. */
@Controller
@RequestMapping("/administration/users/{id}/memberships")
class UserMembershipController {

    private final AdministeredUsers users;
    private final Confirmations confirmations;
    private final ScopeChoice scopes;

    UserMembershipController(AdministeredUsers users, Confirmations confirmations, ScopeChoice scopes) {
        this.users = users;
        this.confirmations = confirmations;
        this.scopes = scopes;
    }

    @GetMapping
    String list(CurrentUser administrator, @PathVariable long id, Model model) {
        model.addAttribute("form", MembershipFields.blank());
        return page(administrator, users.get(administrator, id), model);
    }

    @PostMapping
    String propose(
            CurrentUser administrator,
            @PathVariable long id,
            @ModelAttribute("form") MembershipFields form,
            BindingResult problems,
            Model model,
            RedirectAttributes redirect) {
        User user = users.get(administrator, id);
        form.check(administrator.scope(), problems);
        if (problems.hasErrors()) {
            return page(administrator, user, model);
        }
        boolean atOnce = confirmations.proposeMembership(user.id(), form.membership(), administrator);
        Flash.success(redirect, atOnce ? "memberships.added" : "memberships.added.waits", user.displayName());
        return "redirect:/administration/users/" + id + "/memberships";
    }

    private String page(CurrentUser administrator, User user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute(
                "places", user.memberships().stream().map(scopes::place).toList());
        model.addAttribute("roles", Arrays.asList(Role.values()));
        model.addAttribute("departments", Department.certifying());
        model.addAttribute("divisions", scopes.within(administrator.scope()));
        return "account/memberships";
    }
}
