package org.zhubao.account.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhubao.account.DemoSignIns;

/** The sign-in page; Spring Security itself answers the form. */
@Controller
class SignInController {

    private final ObjectProvider<DemoSignIns> demo;

    SignInController(ObjectProvider<DemoSignIns> demo) {
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String page(Model model) {
        demo.ifAvailable(users -> model.addAttribute("demo", users));
        return "account/sign-in";
    }
}
