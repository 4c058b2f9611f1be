package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** Findings of a proof are about people: how many of today's, and who. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class PeopleOfFindingsTests {

    private static final Policy POLICY = PolicyTexts.policy("panzhihua-hardship-2021");

    @Autowired
    private PeopleOfFindings people;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private Listed destituteAndPoor;
    private Listed threefold;

    @BeforeAll
    void aCounty(@Autowired CountySeasons counties) {
        season = counties.fresh(2021);
        destituteAndPoor = season.person();
        threefold = season.person();
        season.accepted(season.person(), destituteAndPoor.as("特困人员"), threefold.as("特困人员"), threefold.as("低保"));
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, destituteAndPoor.as("建档立卡"));
    }

    @Test
    void anInversionShowsInWhoeverHoldsBothIdentities() {
        List<Finding> findings = Proof.of(POLICY).of(Kind.INVERTED);

        assertThat(count(POLICY, findings, "destitute-support", "registered-poor"))
                .isEqualTo(1);
        assertThat(count(POLICY, findings, "registered-poor", "severely-disabled"))
                .isZero();
    }

    @Test
    void whatTheTextLeavesOpenShowsInWhoeverHoldsBothIdentitiesAndMaybeMore() {
        Policy textAlone = POLICY.withoutRulings();
        List<Finding> findings = Proof.of(textAlone).of(Kind.UNDETERMINED);

        assertThat(count(textAlone, findings, "destitute-support", "subsistence-allowance"))
                .isEqualTo(1);
    }

    @Test
    void theNumberLeadsToTheNames() throws Exception {
        Proof proof = Proof.of(POLICY);
        Finding inverted = proof.of(Kind.INVERTED).stream()
                .filter(f -> f.about().equals(List.of("destitute-support", "registered-poor")))
                .findFirst()
                .orElseThrow();
        GroupedPeople.Page page = season.clerk(() -> people.people(POLICY, inverted, season.code(), season.year(), 1));
        assertThat(page.lines()).extracting(GroupedPeople.Line::name).containsExactly(destituteAndPoor.name());

        mvc.perform(get("/policies/panzhihua-hardship-2021/proof").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("proof/people?finding=")));
        mvc.perform(get("/policies/panzhihua-hardship-2021/proof/people?finding=0")
                        .with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(status().isOk());
        mvc.perform(get("/policies/panzhihua-hardship-2021/proof/people?finding=9999")
                        .with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/policies/panzhihua-hardship-2021/proof/people?finding=0")
                        .with(SignedIn.as(Role.FINANCE_OFFICER, season.code())))
                .andExpect(status().isForbidden());
    }

    private int count(Policy policy, List<Finding> findings, String... about) {
        List<Integer> counts = season.clerk(() -> people.count(policy, findings, season.code(), season.year()));
        int sum = 0;
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).about().equals(List.of(about))) {
                sum += counts.get(i);
            }
        }
        return sum;
    }
}
