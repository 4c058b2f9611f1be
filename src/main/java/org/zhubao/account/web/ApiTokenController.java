package org.zhubao.account.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.zhubao.account.ApiToken;
import org.zhubao.account.ApiTokens;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.User;
import org.zhubao.account.UserId;
import org.zhubao.division.Scope;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** The tokens of one user, administered within the administrator's own scope. */
@Controller
@RequestMapping("/administration/users/{id}/tokens")
class ApiTokenController {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final ScopeChoice scopes;
    private final Clock clock;

    ApiTokenController(Accounts accounts, ApiTokens tokens, ScopeChoice scopes, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** A line of the list. @param place name of the scope, null for everywhere */
    record Row(ApiToken token, @Nullable String place, LocalDateTime expires, boolean valid) {}

    /** One of the user's memberships to choose. @param place name of the scope, null for everywhere */
    record Choice(int index, Role role, @Nullable String place) {}

    @GetMapping
    String list(CurrentUser administrator, @PathVariable long id, Model model) {
        User user = administered(administrator, id);
        model.addAttribute("form", ApiTokenForm.blank(user, LocalDate.now(clock)));
        return page(user, model);
    }

    @PostMapping
    String issue(
            CurrentUser administrator,
            @PathVariable long id,
            @ModelAttribute("form") ApiTokenForm form,
            BindingResult problems,
            Model model,
            RedirectAttributes redirect) {
        User user = administered(administrator, id);
        if (!problems.hasErrors()) {
            form.check(user, problems);
        }
        if (problems.hasErrors()) {
            return page(user, model);
        }
        redirect.addFlashAttribute("secret", tokens.issue(form.token(user, clock.getZone()), administrator.username()));
        return "redirect:/administration/users/" + id + "/tokens";
    }

    @PostMapping("/{token}/revocation")
    String revoke(
            CurrentUser administrator, @PathVariable long id, @PathVariable long token, RedirectAttributes redirect) {
        tokens.revoke(administered(administrator, id).id(), token);
        Flash.success(redirect, "tokens.revoked.done");
        return "redirect:/administration/users/" + id + "/tokens";
    }

    private User administered(CurrentUser administrator, long id) {
        User user = accounts.get(new UserId(id));
        if (!user.isWithin(administrator.scope())) {
            throw Refusal.notFound();
        }
        return user;
    }

    private String page(User user, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("rows", tokens.of(user.id()).stream().map(this::row).toList());
        model.addAttribute("memberships", choices(user));
        model.addAttribute(
                "divisions",
                user.memberships().stream()
                        .flatMap(m -> scopes.within(m.scope()).stream())
                        .distinct()
                        .toList());
        return "account/tokens";
    }

    private List<Choice> choices(User user) {
        var memberships = user.memberships();
        return IntStream.range(0, memberships.size())
                .mapToObj(i -> new Choice(
                        i, memberships.get(i).role(), place(memberships.get(i).scope())))
                .toList();
    }

    private Row row(ApiToken token) {
        return new Row(
                token,
                place(token.acting().scope()),
                LocalDateTime.ofInstant(token.expiresAt(), clock.getZone()),
                token.isValidAt(clock.instant()));
    }

    private @Nullable String place(Scope scope) {
        return scopes.nameOf(scope).orElse(null);
    }
}
