package org.zhubao.review.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.Workplace;
import org.zhubao.review.DecidedPeople;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** The people whom one decision is about. */
@Controller
class DecidedPeopleController {

    private static final int ROWS = 100;

    private final DecidedPeople people;

    DecidedPeopleController(DecidedPeople people) {
        this.people = people;
    }

    @GetMapping("/review/decisions/{id}/people")
    String list(Workplace workplace, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Model model) {
        int count = people.count(workplace, id);
        if (count == 0) {
            throw Refusal.notFound();
        }
        Paging paging = new Paging(page, ROWS, count);
        model.addAttribute("paging", paging);
        model.addAttribute("lines", people.lines(workplace, id, paging));
        return "review/decided";
    }
}
