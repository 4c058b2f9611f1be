package org.zhubao.account.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.ApiTokens;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.User;
import org.zhubao.site.Flash;

/** That a user has tokens, for the administrator, who may withdraw them and cannot make any. */
@Controller
@RequestMapping("/administration/users/{id}/tokens")
class UserTokenController {

    private final AdministeredUsers users;
    private final ApiTokens tokens;
    private final TokenRows rows;

    UserTokenController(AdministeredUsers users, ApiTokens tokens, TokenRows rows) {
        this.users = users;
        this.tokens = tokens;
        this.rows = rows;
    }

    @GetMapping
    String list(CurrentUser administrator, @PathVariable long id, Model model) {
        User user = users.get(administrator, id);
        model.addAttribute("user", user);
        model.addAttribute("rows", rows.of(user.id()));
        return "account/user-tokens";
    }

    @PostMapping("/{token}/revocation")
    String revoke(
            CurrentUser administrator, @PathVariable long id, @PathVariable long token, RedirectAttributes redirect) {
        tokens.revoke(users.get(administrator, id).id(), token);
        Flash.success(redirect, "tokens.revoked.done");
        return "redirect:/administration/users/" + id + "/tokens";
    }
}
