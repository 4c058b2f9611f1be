package org.zhubao.settlement.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.rules.Fund;
import org.zhubao.rules.SheetSpec;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.site.Refusal;

/** The sheets a user may see: a department officer those of the department's own fund only. */
@Component
class VisibleSheets {

    private final SettlingAccounts settling;
    private final PolicyCatalog policies;

    VisibleSheets(SettlingAccounts settling, PolicyCatalog policies) {
        this.settling = settling;
        this.policies = policies;
    }

    /** Whatever the user may not see looks like none. */
    Sheet get(CurrentUser user, UUID id) {
        return settling.sheet(id, user.scope())
                .filter(sheet -> concerns(user, sheet.county(), sheet.benefitYear(), sheet.fund()))
                .orElseThrow(Refusal::notFound);
    }

    /** The codes of the funds whose accounts the user may see. */
    List<String> funds(CurrentUser user, Workplace workplace) {
        String county = workplace.county().code();
        return policies.find(county, workplace.benefitYear()).stream()
                .flatMap(published -> published.policy().sheets().stream())
                .map(SheetSpec::fund)
                .filter(fund -> concerns(user, county, workplace.benefitYear(), fund))
                .toList();
    }

    /** What the notice calls its funds, by code. */
    Map<String, String> fundNames(Workplace workplace) {
        return policies.find(workplace.county().code(), workplace.benefitYear()).stream()
                .flatMap(published -> published.policy().funds().stream())
                .collect(Collectors.toMap(Fund::code, Fund::name));
    }

    boolean concerns(CurrentUser user, String county, int benefitYear, String fund) {
        return user.department() == null
                || policies.find(county, benefitYear)
                        .flatMap(published -> published.policy().fund(fund))
                        .map(Fund::department)
                        .filter(user.department().code()::equals)
                        .isPresent();
    }
}
