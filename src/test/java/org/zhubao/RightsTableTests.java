package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhubao.account.Accounts;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.UserId;
import org.zhubao.division.Department;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SmallSeason;
import org.zhubao.support.SmallSeason.Played;
import org.zhubao.support.SmallSeason.Someone;

/**
 * Who may call what: every address the product answers, tried by every role on its own county's objects and on another
 * county's. What was decided stands in {@code rights.txt}; an address that is not there was decided by nobody.
 */
@DatabaseTest
class RightsTableTests {

    private static final Path DECIDED = Path.of("src/test/resources/rights.txt");
    private static final String OWN = "510402";
    private static final String OTHER = "510403";

    @Autowired
    private MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private SmallSeason season;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Test
    void everyAddressIsOpenToWhomItWasDecidedToBeAndToNobodyElse() throws Exception {
        Played played = season.play(OWN, Someone.of("钱东", "021", 0));
        season.play(OTHER, Someone.of("钱西", "022", 0));
        UserId user = accounts.create(new NewUser("rights-1", "Test", List.of(Membership.of(Role.CLERK, OWN))));
        String fund = database.sql()
                .sql("select fund from settlement_sheet where id = ?")
                .param(played.sheet())
                .query(String.class)
                .single();

        List<String> found = new ArrayList<>();
        for (String address : addresses()) {
            String path = path(address, played, user);
            HttpMethod method = HttpMethod.valueOf(address.split(" ")[0]);
            boolean ofOneObject = address.contains("{id}") && !address.contains("/policies/");
            found.add(address + ": " + open(method, path, fund, OWN)
                    + (ofOneObject ? "; of another county: " + open(method, path, fund, OTHER) : ""));
        }
        Files.write(Path.of("target/rights.txt"), found);
        assertThat(found).isEqualTo(Files.readAllLines(DECIDED));
    }

    private List<String> addresses() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.zhubao"))
                .flatMap(e -> e.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> e.getKey().getPatternValues().stream()
                                .map(pattern -> method + " " + (pattern.isEmpty() ? "/" : pattern))))
                .sorted()
                .toList();
    }

    private static String path(String address, Played played, UserId user) {
        String pattern = address.split(" ")[1];
        String kind = pattern.replaceFirst("^/api/v1", "");
        Object id = kind.startsWith("/rosters")
                ? played.roster()
                : kind.startsWith("/people")
                        ? played.persons().get(0).id()
                        : kind.startsWith("/determination")
                                ? played.run()
                                : kind.startsWith("/settlement")
                                        ? played.sheet()
                                        : kind.startsWith("/policies") ? "panzhihua-hardship-2021" : user.value();
        return pattern.replace("{id}", id.toString())
                .replace("{person}", played.persons().get(0).id().toString())
                .replace("{token}", "none");
    }

    /** The roles that get something else than a refusal or nothing, by their codes. */
    private String open(HttpMethod method, String path, String fund, String county) throws Exception {
        List<String> open = new ArrayList<>();
        if (answers(method, path, fund, anonymous())) {
            return "everybody";
        }
        for (Role role : Role.values()) {
            if (answers(method, path, fund, someone(role, county))) {
                open.add(role.code());
            }
        }
        return open.isEmpty()
                ? "nobody"
                : open.size() == Role.values().length ? "whoever is signed in" : String.join(" ", open);
    }

    private boolean answers(HttpMethod method, String path, String fund, RequestPostProcessor who) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request(method, path, fund)
                        .param("fund", fund)
                        .param("division", OWN)
                        .param("change", "ADDED")
                        .param("reason", "x")
                        .param("county", OWN)
                        .param("benefitYear", "2021")
                        .param("to", "zh")
                        .with(who)
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as("%s %s", method, path).isLessThan(500);
        boolean sentToSignIn = "/sign-in".equals(answer.getRedirectedUrl());
        return !sentToSignIn && Stream.of(401, 403, 404).noneMatch(status -> status == answer.getStatus());
    }

    /** Programs send JSON, except a roster; browsers send forms. */
    private static AbstractMockHttpServletRequestBuilder<?> request(HttpMethod method, String path, String fund) {
        if (method != HttpMethod.POST) {
            return MockMvcRequestBuilders.request(method, path);
        }
        return path.startsWith("/api/") && !path.endsWith("/rosters")
                ? post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"division\": \"%s\", \"benefitYear\": 2021, \"fund\": \"%s\", \"reason\": \"x\"}"
                                .formatted(OWN, fund))
                : multipart(path).file("file", new byte[0]);
    }

    private static RequestPostProcessor someone(Role role, String county) {
        return switch (role) {
            case DEPARTMENT_OFFICER -> SignedIn.officerOf(Department.CIVIL_AFFAIRS, county);
            case TOWNSHIP_OFFICER -> SignedIn.as(role, county + "001");
            default -> SignedIn.as(role, county);
        };
    }
}
