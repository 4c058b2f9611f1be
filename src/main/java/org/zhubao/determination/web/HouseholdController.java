package org.zhubao.determination.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.determination.AmountsOfPeople;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.policy.IdentityNames;
import org.zhubao.register.Households;
import org.zhubao.register.Households.Household;
import org.zhubao.register.Households.Member;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.site.Refusal;

/** The households that lists give a person, with what each member holds and gets. Townships see no amounts. */
@Controller
class HouseholdController {

    private final People people;
    private final Households households;
    private final DeterminingSubsidies determining;
    private final AmountsOfPeople amounts;
    private final IdentityNames names;

    HouseholdController(
            People people,
            Households households,
            DeterminingSubsidies determining,
            AmountsOfPeople amounts,
            IdentityNames names) {
        this.people = people;
        this.households = households;
        this.determining = determining;
        this.amounts = amounts;
        this.names = names;
    }

    @GetMapping("/people/{id}/household")
    String show(CurrentUser user, Workplace workplace, @PathVariable UUID id, Model model) {
        String county = workplace.county().code();
        Person person = people.find(id, county, user.scope()).orElseThrow(Refusal::notFound);
        List<Household> found = households.of(person, county, workplace.benefitYear());
        Optional<Run> run =
                user.is(Role.TOWNSHIP_OFFICER) ? Optional.empty() : determining.latest(county, workplace.benefitYear());
        List<UUID> members = found.stream()
                .flatMap(household -> household.members().stream())
                .map(Member::id)
                .distinct()
                .toList();
        model.addAttribute("person", person);
        model.addAttribute("workplace", workplace);
        model.addAttribute("households", found);
        model.addAttribute("names", names.of(county, workplace.benefitYear()));
        model.addAttribute("run", run.map(Run::id).orElse(null));
        model.addAttribute("amounts", run.map(r -> amounts.of(r, members)).orElse(Map.of()));
        return "register/household";
    }
}
