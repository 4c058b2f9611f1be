package org.zhubao.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.zhubao.account.Accounts;
import org.zhubao.account.DemoSignIns;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.division.Department;

/** A user for each role, all with one password that the sign-in page shows. The demo only. */
@Component
@Profile("demo")
class DemoUsers implements DemoSignIns {

    private static final String PASSWORD = "zhubao-demo-2025";

    private record Demo(String username, String displayName, Membership membership, String scopeName) {}

    private static final List<Demo> USERS = List.of(
            new Demo("clerk", "医保经办", Membership.of(Role.CLERK, "510421"), "米易县"),
            new Demo("disabled", "残联报送", Membership.officerOf(Department.DISABLED_FEDERATION, "510421"), "米易县"),
            new Demo("civil", "民政报送", Membership.officerOf(Department.CIVIL_AFFAIRS, "510421"), "米易县"),
            new Demo("reviewer", "医保复核", Membership.of(Role.REVIEWER, "510421"), "米易县"),
            new Demo("finance", "财政", Membership.of(Role.FINANCE_OFFICER, "510421"), "米易县"),
            new Demo("township", "攀莲镇", Membership.of(Role.TOWNSHIP_OFFICER, "510421001"), "米易县攀莲镇"),
            new Demo("tax", "税务", Membership.of(Role.TAX_OFFICER, "510421"), "米易县"),
            new Demo("city", "市级经办", Membership.of(Role.CLERK, "5104"), "攀枝花市"),
            new Demo("city-reviewer", "市级复核", Membership.of(Role.REVIEWER, "5104"), "攀枝花市"),
            new Demo("tongnan", "潼南经办", Membership.of(Role.CLERK, "500152"), "潼南区"),
            new Demo("shangrila", "香格里拉经办", Membership.of(Role.CLERK, "533401"), "香格里拉市"),
            new Demo("shiquan", "石泉经办", Membership.of(Role.CLERK, "610922"), "石泉县"),
            new Demo("auditor", "审计", Membership.of(Role.AUDITOR, ""), "全部区划"),
            new Demo("admin", "系统管理员", Membership.of(Role.ADMINISTRATOR, ""), "全部区划"));

    private final Accounts accounts;
    private final Invitations invitations;

    DemoUsers(Accounts accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    void create() {
        for (Demo user : USERS) {
            var id = accounts.create(new NewUser(user.username(), user.displayName(), List.of(user.membership())));
            invitations.accept(accounts.invite(id).token(), PASSWORD);
        }
    }

    @Override
    public List<DemoUser> users() {
        return USERS.stream()
                .map(u -> new DemoUser(u.membership().role(), u.username(), u.displayName(), u.scopeName()))
                .toList();
    }

    @Override
    public String password() {
        return PASSWORD;
    }
}
