package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.env.MockEnvironment;
import org.zhubao.division.Scope;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

    private static final UserId ADMINISTRATOR = new UserId(7);

    private final Accounts accounts = mock(Accounts.class);
    private final StaticMessageSource names = new StaticMessageSource();
    private final FirstStart firstStart =
            new FirstStart(accounts, names, new MockEnvironment().withProperty("local.server.port", "9090"));

    @BeforeEach
    void aNameForTheAdministrator() {
        names.setUseCodeAsDefaultMessage(true);
        when(accounts.invite(ADMINISTRATOR))
                .thenReturn(new Invitation("token-of-this-start", Instant.parse("2024-12-21T02:00:00Z")));
    }

    @Test
    void theVeryFirstStartCreatesAnAdministratorAndPrintsTheLinkInOneLine(CapturedOutput log) {
        when(accounts.create(any())).thenReturn(ADMINISTRATOR);

        firstStart.run(new DefaultApplicationArguments());

        ArgumentCaptor<NewUser> created = ArgumentCaptor.forClass(NewUser.class);
        verify(accounts).create(created.capture());
        assertThat(created.getValue().memberships())
                .containsExactly(new Membership(Role.ADMINISTRATOR, new Scope(""), null));
        assertThat(log.getOut().lines())
                .filteredOn(line -> line.contains("http://localhost:9090/invitation/token-of-this-start"))
                .hasSize(1);
    }

    @Test
    void aLinkThatWasNeverUsedIsReplacedByTheNextStart(CapturedOutput log) {
        when(accounts.list())
                .thenReturn(List.of(new User(ADMINISTRATOR, "admin", "Test", List.of(), true, true, null)));

        firstStart.run(new DefaultApplicationArguments());

        assertThat(log).contains("/invitation/token-of-this-start");
    }

    @Test
    void onceSomebodyCanSignInNothingIsPrinted(CapturedOutput log) {
        when(accounts.anybody()).thenReturn(true);

        firstStart.run(new DefaultApplicationArguments());

        assertThat(log.getOut()).doesNotContain("/invitation/");
    }
}
