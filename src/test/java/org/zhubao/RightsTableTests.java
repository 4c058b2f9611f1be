package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;

import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MvcResult;
import org.zhubao.account.Membership;
import org.zhubao.account.Office;
import org.zhubao.account.Office.Actor;
import org.zhubao.account.Office.InBetween;
import org.zhubao.account.Offices;
import org.zhubao.account.Role;
import org.zhubao.account.Step;
import org.zhubao.site.Flash;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Handlers;
import org.zhubao.support.Handlers.Handler;
import org.zhubao.support.ProperRequests;
import org.zhubao.support.Rehearsal;

/**
 * Who may call what: every handler, tried by every role on its own county's objects and on another county's, by another
 * department's officer and another township's. What was decided stands in {@code rights.txt}; a handler that is not
 * there was decided by nobody. The requests are proper ones: an answer is either a refusal or what was asked for.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=rights")
class RightsTableTests {

    private static final Path DECIDED = Path.of("src/test/resources/rights.txt");
    private static final String OWN = "510402";
    private static final String OTHER = "510403";

    @Autowired
    private Handlers handlers;

    @Autowired
    private ProperRequests requests;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Offices offices;

    private Office own;
    private Office other;

    @BeforeEach
    void twoOffices() {
        own = offices.of(OWN);
        other = offices.of(OTHER);
    }

    @Test
    void everyHandlerIsOpenToWhomItWasDecidedToBeAndToNobodyElse() throws Exception {
        List<String> found = handlers.all().stream().map(this::line).toList();

        Files.write(Path.of("target/rights.txt"), found);
        assertThat(found).isEqualTo(Files.readAllLines(DECIDED));
    }

    private String line(Handler handler) {
        return handler.address() + ": " + roles(handler, own) + strangers(handler);
    }

    /** Whoever is not of the office: as a rule nobody, so that only the exceptions are worth a word. */
    private String strangers(Handler handler) {
        if (!handler.hasIdentifier() && !handler.parameters().containsKey("county")) {
            return "";
        }
        Actor department = own.actor(Offices.anotherDepartment(OWN));
        Actor township = own.actor(Offices.anotherTownship(OWN));
        return "; another county: " + roles(handler, other)
                + "; another department: " + (isOpen(handler, department) ? "yes" : "no")
                + "; another township: " + (isOpen(handler, township) ? "yes" : "no");
    }

    /** The roles of an office that get what they ask for, about things of the own one. */
    private String roles(Handler handler, Office office) {
        if (isOpenToStrangers(handler)) {
            return "everybody";
        }
        List<String> open = Arrays.stream(Role.values())
                .filter(role -> isOpen(handler, office.actor(Offices.usual(role, office.county()))))
                .map(Role::code)
                .collect(Collectors.toCollection(ArrayList::new));
        if (open.size() == Role.values().length) {
            open = new ArrayList<>(List.of("whoever is signed in"));
        }
        if (office.equals(own)) {
            Arrays.stream(Step.values())
                    .filter(step -> isOpenAt(handler, step))
                    .map(step -> "(at " + step + ")")
                    .forEach(open::add);
        }
        return open.isEmpty() ? "nobody" : String.join(" ", open);
    }

    private boolean isOpen(Handler handler, Actor actor) {
        Actor owner =
                actor.membership().scope().prefix().startsWith(OWN) ? actor : own.actor(Membership.of(Role.CLERK, OWN));
        var request = requests.build(handler, requests.values(handler, own, owner));
        return isDone(handler, rehearsal.of(actor, request));
    }

    private boolean isOpenAt(Handler handler, Step step) {
        InBetween somebody = new InBetween(step, own.actor(Membership.of(Role.CLERK, OWN)));
        var request = requests.build(handler, requests.values(handler, own, somebody.actor()));
        return isDone(handler, rehearsal.ofStranger(request.with(somebody.signedIn())));
    }

    private boolean isOpenToStrangers(Handler handler) {
        var request = requests.build(handler, requests.values(handler, own, own.actor(Membership.of(Role.CLERK, OWN))));
        return isDone(handler, rehearsal.ofStranger(request.with(anonymous())));
    }

    /** @return false where it was refused; anything but a refusal or an answer says that the request was no good */
    private static boolean isDone(Handler handler, MvcResult result) {
        MockHttpServletResponse answer = result.getResponse();
        String to = answer.getRedirectedUrl();
        boolean sentToSignIn = to != null
                && !handler.pattern().startsWith("/invitation/")
                && (to.equals("/sign-in")
                        || Arrays.stream(Step.values())
                                .anyMatch(step -> to.equals(step.path())
                                        && !handler.pattern().startsWith(step.path())));
        if (sentToSignIn || Stream.of(401, 403, 404).anyMatch(status -> status == answer.getStatus())) {
            return false;
        }
        assertThat(answer.getStatus())
                .as("%s is neither refused nor done: %s", handler.address(), words(answer))
                .isBetween(200, 399);
        if (result.getFlashMap().get(Flash.ATTRIBUTE) instanceof Flash flash) {
            assertThat(flash.kind())
                    .as("%s: %s", handler.address(), flash.code())
                    .isEqualTo("success");
        }
        return true;
    }

    private static String words(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
