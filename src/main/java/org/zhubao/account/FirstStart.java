package org.zhubao.account;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * As long as nobody can sign in, every start prints a one-time link for the first administrator. There is no default
 * password, and a link that was lost or ran out is replaced by the next start.
 */
@Component
@Profile("!demo")
class FirstStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String USERNAME = "admin";

    private final Accounts accounts;
    private final MessageSource messages;
    private final Environment environment;

    FirstStart(Accounts accounts, MessageSource messages, Environment environment) {
        this.accounts = accounts;
        this.messages = messages;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.anybody()) {
            Invitation invitation = accounts.invite(administrator());
            log.warn(
                    "Nobody can sign in yet. Choose the password of {} at http://localhost:{}{} (once, until {})",
                    USERNAME,
                    environment.getProperty("local.server.port", "8080"),
                    invitation.path(),
                    invitation.expiresAt());
        }
    }

    private UserId administrator() {
        return accounts.list().stream()
                .filter(user -> user.username().equals(USERNAME))
                .map(User::id)
                .findFirst()
                .orElseGet(this::createAdministrator);
    }

    private UserId createAdministrator() {
        String name = messages.getMessage("account.first-administrator", null, Locale.SIMPLIFIED_CHINESE);
        return accounts.create(new NewUser(USERNAME, name, List.of(Membership.of(Role.ADMINISTRATOR, ""))));
    }
}
