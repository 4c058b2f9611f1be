package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.Browser;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A decision card prints on one A4 page, also for somebody whom four departments list, in both languages. */
@DatabaseTest
class CardOnPaperTests {

    private static final String PASSWORD = "a-card-on-paper-2025";
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?!s)");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private People people;

    @Test
    void whoeverHasFiveIdentitiesStillHasOnePage() throws IOException {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person, person.as("特困人员"), person.as("困境儿童"));
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, person.as("建档立卡"));
        season.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, person.as("重度残疾人"));
        Run run = season.run();
        UUID id = season.clerk(() -> people.search(season.code(), new Scope(season.code()), person.number(), 1))
                .get(0)
                .id();
        var user = accounts.create(
                new NewUser("paper-clerk", "paper-clerk", List.of(Membership.of(Role.CLERK, season.code()))));
        invitations.accept(accounts.invite(user).token(), PASSWORD);
        try (Browser browser = Browser.at(port)) {
            Page page = browser.signedIn("paper-clerk", PASSWORD);
            page.navigate("/determinations/" + run.id() + "/people/" + id);
            browser.picture(page, "card");
            assertThat(pages(page, "card-zh.pdf")).isEqualTo(1);
            page.click("form[action$='/language'] button");
            page.navigate("/determinations/" + run.id() + "/people/" + id);
            assertThat(pages(page, "card-en.pdf")).isEqualTo(1);
            page.navigate("/policies/panzhihua-hardship-2021");
            assertThat(pages(page, "policy.pdf"))
                    .as("a page that is longer is counted as such")
                    .isGreaterThan(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static long pages(Page page, String name) throws IOException {
        Path file = Path.of("target/screenshots", name);
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPath(file));
        assertThat(Files.size(file)).isPositive();
        return PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
