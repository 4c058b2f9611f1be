package org.zhubao.levy.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Divisions;
import org.zhubao.levy.PeopleByStage;
import org.zhubao.levy.Stage;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** The people behind each number of the home page. Without amounts: townships see theirs, too. */
@Controller
class StageController {

    private static final int ROWS = 100;

    private final PeopleByStage people;
    private final DeterminingSubsidies determining;
    private final Divisions divisions;

    StageController(PeopleByStage people, DeterminingSubsidies determining, Divisions divisions) {
        this.people = people;
        this.determining = determining;
        this.divisions = divisions;
    }

    @GetMapping("/people/stages")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'TOWNSHIP_OFFICER', 'AUDITOR')")
    String list(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(defaultValue = "recognised") String stage,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Stage wanted = Stage.of(stage)
                .filter(s -> s.isOfTheRegister() || !user.is(Role.TOWNSHIP_OFFICER))
                .orElseThrow(Refusal::notFound);
        String county = workplace.county().code();
        UUID run =
                determining.latest(county, workplace.benefitYear()).map(Run::id).orElse(null);
        String only = township == null || township.isEmpty() ? null : township;
        Map<String, Integer> counted =
                people.count(workplace, run, Set.of(wanted)).get(wanted);
        int total = only == null
                ? counted.values().stream().mapToInt(Integer::intValue).sum()
                : counted.getOrDefault(only, 0);
        Paging paging = new Paging(page, ROWS, total);
        model.addAttribute("workplace", workplace);
        model.addAttribute("stage", wanted);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("township", only);
        model.addAttribute("townships", divisions.townships(county));
        model.addAttribute("ofTheRegister", user.is(Role.TOWNSHIP_OFFICER));
        model.addAttribute("paging", paging);
        model.addAttribute("lines", people.lines(workplace, run, wanted, only, paging.offset(), ROWS));
        return "levy/stage";
    }
}
