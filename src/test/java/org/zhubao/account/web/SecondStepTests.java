package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SecondStep;
import org.zhubao.account.UserId;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

@DatabaseTest
class SecondStepTests {

    private static final String PASSWORD = "a long enough sentence";
    private static final String PAGE = "/account/second-step";
    private static final Pattern RECOVERY_CODE = Pattern.compile("<li>([A-Z2-7]{24})</li>");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SecondStep secondStep;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    private Instant now = Instant.parse("2024-12-20T02:00:00Z");
    private String secret = "";

    @AfterEach
    void backToTheStart() {
        clock.set(Instant.parse("2024-12-20T02:00:00Z"));
    }

    @Test
    void thePasswordAloneLeadsNoFurtherThanToTheCode() throws Exception {
        enrolled("second-1");
        Visitor visitor = password("second-1");

        visitor.visit("/policies").andExpect(redirectedUrl("/sign-in/code"));
        visitor.visit(PAGE).andExpect(redirectedUrl("/sign-in/code"));
        visitor.visit("/account/password").andExpect(redirectedUrl("/sign-in/code"));
        visitor.submit(PAGE).andExpect(redirectedUrl("/sign-in/code"));

        later();
        String before = visitor.cookie();
        visitor.submit("/sign-in/code", "code", code()).andExpect(redirectedUrl("/"));
        visitor.visit("/policies").andExpect(status().isOk());
        assertThat(visitor.cookie()).isNotEqualTo(before);
    }

    @Test
    void noCodeIsGoodTwice() throws Exception {
        enrolled("second-2");
        later();
        password("second-2").submit("/sign-in/code", "code", code()).andExpect(redirectedUrl("/"));

        password("second-2").submit("/sign-in/code", "code", code()).andExpect(redirectedUrl("/sign-in/code?failed"));
    }

    @Test
    void aRecoveryCodeReplacesTheDeviceOnce() throws Exception {
        String recovery = enrolled("second-3").get(0);

        password("second-3")
                .submit("/sign-in/code", "code", recovery.toLowerCase())
                .andExpect(redirectedUrl("/"));
        password("second-3").submit("/sign-in/code", "code", recovery).andExpect(redirectedUrl("/sign-in/code?failed"));
    }

    @Test
    void wrongCodesLockAsWrongPasswordsDoAndTheRightPasswordForgetsNone() throws Exception {
        enrolled("second-4");
        for (int i = 0; i < 5; i++) {
            password("second-4").submit("/sign-in/code", "code", "000000");
        }

        new Visitor(mvc).signIn("second-4", PASSWORD).andExpect(redirectedUrl("/sign-in?failed"));
    }

    @Test
    void anUnfinishedSignInDoesNotWaitForEver() throws Exception {
        enrolled("second-5");
        Visitor visitor = password("second-5");

        clock.set(now.plus(Duration.ofMinutes(10)));
        visitor.visit("/sign-in/code").andExpect(redirectedUrl("/sign-in?expired"));
    }

    @Test
    void theSecretIsStoredEncryptedAndTheRecoveryCodesAsHashes() throws Exception {
        List<String> recovery = enrolled("second-6");

        byte[] stored = jdbc.sql(
                        "select secret_cipher from authenticator join app_user on id = user_id where username = ?")
                .param("second-6")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(new Base32().decode(secret), StandardCharsets.ISO_8859_1));
        assertThat(jdbc.sql("select code_hash from recovery_code")
                        .query(String.class)
                        .list())
                .doesNotContainAnyElementsOf(recovery);
    }

    @Test
    void givingItUpTakesACode() throws Exception {
        enrolled("second-7");
        later();
        Visitor visitor = password("second-7");
        visitor.submit("/sign-in/code", "code", code());

        visitor.submit(PAGE + "/removal", "code", "000000").andExpect(redirectedUrl(PAGE + "?failed"));
        assertThat(secondStep.isEnrolled("second-7")).isTrue();
        later();
        visitor.submit(PAGE + "/removal", "code", code()).andExpect(redirectedUrl(PAGE));
        password("second-7", "/");
    }

    @Test
    void anAdministratorRemovesALostDeviceAndEndsTheSessions() throws Exception {
        enrolled("second-8");
        UserId id = accounts.list().stream()
                .filter(u -> u.username().equals("second-8"))
                .findFirst()
                .orElseThrow()
                .id();

        accounts.removeSecondStep(id);

        password("second-8", "/");
    }

    private Visitor password(String username) throws Exception {
        return password(username, "/sign-in/code");
    }

    private Visitor password(String username, String leadsTo) throws Exception {
        Visitor visitor = new Visitor(mvc);
        visitor.signIn(username, PASSWORD).andExpect(redirectedUrl(leadsTo));
        return visitor;
    }

    /** Enrols through the pages. @return the recovery codes */
    private List<String> enrolled(String username) throws Exception {
        UserId id = accounts.create(new NewUser(username, "Test", List.of(Membership.of(Role.CLERK, "510421"))));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        Visitor visitor = password(username, "/");
        visitor.submit(PAGE).andExpect(redirectedUrl(PAGE));
        secret = secondStep.begun(username).orElseThrow().secret();
        visitor.visit(PAGE)
                .andExpect(content().string(containsString(secret)))
                .andExpect(content().string(containsString("otpauth://totp/Zhubao:" + username + "?secret=")));
        visitor.submit(PAGE + "/confirmation", "code", "000000").andExpect(redirectedUrl(PAGE + "?failed"));
        String page = visitor.submit(PAGE + "/confirmation", "code", code())
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> recovery =
                RECOVERY_CODE.matcher(page).results().map(m -> m.group(1)).toList();
        assertThat(recovery).hasSize(8).doesNotHaveDuplicates();
        return recovery;
    }

    private String code() throws Exception {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), "RAW"), now);
    }

    private void later() {
        now = now.plusSeconds(30);
        clock.set(now);
    }
}
