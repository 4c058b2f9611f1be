package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.register.Households.Household;
import org.zhubao.register.Households.Member;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

/** Where a list numbers households, a person's page names the others, and a page shows what each of them gets. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class HouseholdTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Households households;

    @Autowired
    private People people;

    @Autowired
    private MockMvc mvc;

    @Test
    void whoIsListedUnderOneNumberIsOneHouseholdWithAllThatItsMembersHoldAndGet() throws Exception {
        CountySeason season = counties.fresh(2021);
        Listed mother = season.person().called("钱妈妈");
        Listed son = season.person().called("钱儿子");
        Listed neighbour = season.person().called("孙邻居");
        Listed elsewhere = season.person().called("李外镇").in(CountySeason.WEST);
        season.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                RosterWorkbook.households(
                        "户编号", Map.of(mother, "A-7", son, "A-7", neighbour, "A-8", elsewhere, "A-7")));
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, son.as("建档立卡"));
        season.run();

        List<Household> found = of(season, mother);
        assertThat(found).extracting(Household::department).containsExactly("civil-affairs");
        assertThat(found.get(0).members())
                .as("a number of another township is another household's")
                .extracting(Member::name, Member::identities)
                .containsExactly(
                        tuple("钱儿子", List.of("registered-poor", "subsistence-allowance")),
                        tuple("钱妈妈", List.of("subsistence-allowance")));
        assertThat(of(season, neighbour)).as("somebody alone is no household").isEmpty();

        String address = "/people/" + person(season, mother).id();

        assertThat(page(address, Role.CLERK, season.code()))
                .contains("钱儿子", address + "/household")
                .doesNotContain("孙邻居");
        assertThat(page(address + "/household", Role.CLERK, season.code()))
                .contains("钱儿子", "钱妈妈", "275.00", "建档立卡")
                .doesNotContain(mother.number());
        assertThat(page(address + "/household", Role.TOWNSHIP_OFFICER, season.code() + "001"))
                .contains("钱儿子")
                .doesNotContain("275.00");
    }

    @Test
    void aHouseholdKnownByTheNumberOfItsHeadIsStoredWithoutThatNumber() {
        CountySeason season = counties.fresh(2021);
        Listed head = season.person();
        Listed wife = season.person();
        season.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                RosterWorkbook.households("户主身份证号", Map.of(head, head.number(), wife, head.number())));

        assertThat(of(season, wife)).singleElement().satisfies(household -> assertThat(household.members())
                .hasSize(2));
        assertThat(season.owner()
                        .sql(
                                "select attributes ->> 'household-number' from identity_claim where county = ?"
                                        + " union all select attributes ->> 'household-number' from roster_row where county = ?")
                        .params(season.code(), season.code())
                        .query(String.class)
                        .list())
                .hasSize(4)
                .allSatisfy(stored ->
                        assertThat(stored).doesNotContain(head.number().substring(6, 14)));
    }

    private List<Household> of(CountySeason season, Listed listed) {
        Person person = person(season, listed);
        return season.clerk(() -> households.of(person, season.code(), season.year()));
    }

    private Person person(CountySeason season, Listed listed) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), listed.number(), 1)
                .get(0));
    }

    private String page(String address, Role role, String prefix) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(role, prefix)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
