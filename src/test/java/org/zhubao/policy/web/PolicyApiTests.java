package org.zhubao.policy.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.support.DatabaseTest;

@DatabaseTest
class PolicyApiTests {

    private static final String SHIQUAN = PolicyTexts.resource("policies/610922/2021-enrolment.yaml");
    private static final String PANZHIHUA = PolicyTexts.resource("policies/5104/2021-hardship.yaml");

    @Autowired
    private MockMvc mvc;

    @Test
    void aSoundTextHasNoProblems() throws Exception {
        text("check", SHIQUAN)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sound").value(true))
                .andExpect(jsonPath("$.problems").isEmpty());
    }

    @Test
    void everyMistakeIsNamedAtItsLine() throws Exception {
        String mistaken = SHIQUAN.replace("ruling: highest-for-all", "ruling: highest-for-al");
        int line = (int) mistaken.substring(0, mistaken.indexOf("highest-for-al}"))
                .lines()
                .count();
        text("check", mistaken)
                .andExpect(jsonPath("$.sound").value(false))
                .andExpect(jsonPath("$.problems[0].code").value("no-such-ruling"))
                .andExpect(jsonPath("$.problems[0].line").value(line))
                .andExpect(jsonPath("$.problems[0].message", containsString("highest-for-al")));
    }

    @Test
    void aProofIsAnsweredWithItsCoverageAndSmallestExamples() throws Exception {
        text("proof", PANZHIHUA)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(jsonPath("$.coverage.combinations").value(209_952))
                .andExpect(jsonPath("$.findings[?(@.code == 405)].kind", hasItem("inverted")))
                .andExpect(jsonPath("$.findings[?(@.code == 405)].results[1].subsidyFen", hasItem(45500)))
                .andExpect(jsonPath("$.findings[?(@.code == 405)].example.identities.length()", hasItem(2)));
        text("proof?textAlone=true", PANZHIHUA)
                .andExpect(jsonPath("$.findings[0].code").value(401));
    }

    @Test
    void aTextWithMistakesIsNotProved() throws Exception {
        text("proof", "policy: x\ntitle: y\nnonsense: z\n")
                .andExpect(status().is(422))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("policy.unsound-text"))
                .andExpect(jsonPath("$.problems[*].line", hasItem(3)));
    }

    @Test
    void personsAreDecidedByAPublishedPolicyInFen() throws Exception {
        determine(
                        """
                        {"policy": "panzhihua-hardship-2021", "persons": [
                          {"identities": [{"code": "registered-poor"}, {"code": "destitute-support"}], "birthDate": "1980-01-01"},
                          {"identities": [{"code": "child-in-difficulty", "recognisedOn": "2020-08-01"}], "birthDate": "1998-05-01"},
                          {}
                        ]}
                        """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.determinations[0].outcome").value("granted"))
                .andExpect(jsonPath("$.determinations[0].subsidyFen").value(27500))
                .andExpect(jsonPath("$.determinations[0].payableFen").value(3000))
                .andExpect(jsonPath("$.determinations[0].shares[0].amountFen").value(27500))
                .andExpect(jsonPath("$.determinations[0].trace.displaced[0].basis", hasItem("poverty-first")))
                .andExpect(jsonPath("$.determinations[1].reason").value(300))
                .andExpect(jsonPath("$.determinations[1].open", hasItem("child-in-difficulty")))
                .andExpect(jsonPath("$.determinations[2].reason").value(200))
                .andExpect(jsonPath("$.determinations[2].payableFen").value(30500));
    }

    @Test
    void personsAreDecidedByATextThatIsNotPublished() throws Exception {
        String text = SHIQUAN.replace("pays: {fixed: 120}", "pays: {fixed: 130}")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        determine("{\"policy\": \"" + text
                        + "\", \"persons\": [{\"identities\": [{\"code\": \"subsistence-allowance\"}]}]}")
                .andExpect(jsonPath("$.determinations[0].subsidyFen").value(13000));
    }

    @Test
    void aCallThatCannotBeAnsweredSaysWhy() throws Exception {
        determine("{\"policy\": \"nowhere-2021\", \"persons\": []}")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("policy.unknown"));
        determine("{\"policy\": \"shiquan-2021\", \"persons\": [{\"identities\": [{\"code\": \"rich\"}]}]}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("policy.unknown-identity"))
                .andExpect(jsonPath("$.detail", containsString("rich")));
        determine("{\"policy\": \"shiquan-2021\", \"persons\": [{\"birthDate\": \"soon\"}]}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("parameter-wrong"))
                .andExpect(jsonPath("$.detail", containsString("birthDate")));
        determine("{\"policy\": \"shiquan-2021\", \"persons\": [" + "{},".repeat(1000) + "{}]}")
                .andExpect(jsonPath("$.code").value("policy.too-many-persons"));
    }

    @Test
    void aRequestWithoutPolicyOrPersonsIsNotReadable() throws Exception {
        determine("{}").andExpect(status().isBadRequest());
    }

    @Test
    void aTaxOfficerMayNotCall() throws Exception {
        mvc.perform(post("/api/v1/policies/check")
                        .content(SHIQUAN)
                        .with(csrf())
                        .with(SignedIn.as(Role.TAX_OFFICER, "610922")))
                .andExpect(status().isForbidden());
    }

    private ResultActions text(String call, String text) throws Exception {
        return mvc.perform(post("/api/v1/policies/" + call)
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .content(text)
                .with(csrf())
                .with(SignedIn.as(Role.CLERK, "5104")));
    }

    private ResultActions determine(String json) throws Exception {
        return mvc.perform(post("/api/v1/policies/determine")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(csrf())
                .with(SignedIn.as(Role.CLERK, "5104")));
    }
}
