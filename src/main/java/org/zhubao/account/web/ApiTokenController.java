package org.zhubao.account.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.zhubao.account.ApiTokens;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.User;
import org.zhubao.account.UserId;
import org.zhubao.site.Flash;

/** One's own tokens. Nobody can make one for somebody else: whoever holds a token is its user. */
@Controller
@RequestMapping("/account/tokens")
class ApiTokenController {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final TokenRows rows;
    private final ScopeChoice scopes;
    private final Clock clock;

    ApiTokenController(Accounts accounts, ApiTokens tokens, TokenRows rows, ScopeChoice scopes, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.rows = rows;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** One of the user's memberships to choose. @param place name of the scope, null for everywhere */
    record Choice(int index, Role role, @Nullable String place) {}

    @GetMapping
    String list(CurrentUser current, Model model) {
        User user = user(current);
        model.addAttribute("form", ApiTokenForm.blank(user, LocalDate.now(clock)));
        return page(user, model);
    }

    /** Shows the secret in the answer itself: a session is stored, and the secret is not. */
    @PostMapping
    String issue(CurrentUser current, @ModelAttribute("form") ApiTokenForm form, BindingResult problems, Model model) {
        User user = user(current);
        form.check(user, problems);
        if (!problems.hasErrors()) {
            model.addAttribute("secret", tokens.issue(form.token(user, clock.getZone())));
            model.addAttribute("form", ApiTokenForm.blank(user, LocalDate.now(clock)));
        }
        return page(user, model);
    }

    @PostMapping("/{token}/revocation")
    String revoke(CurrentUser current, @PathVariable long token, RedirectAttributes redirect) {
        tokens.revoke(user(current).id(), token);
        Flash.success(redirect, "tokens.revoked.done");
        return "redirect:/account/tokens";
    }

    private User user(CurrentUser current) {
        return accounts.get(new UserId(current.id()));
    }

    private String page(User user, Model model) {
        model.addAttribute("rows", rows.of(user.id()));
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
                        i,
                        memberships.get(i).role(),
                        scopes.nameOf(memberships.get(i).scope()).orElse(null)))
                .toList();
    }
}
