package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.zhubao.account.Membership;
import org.zhubao.account.Office;
import org.zhubao.account.Office.Actor;
import org.zhubao.account.Offices;
import org.zhubao.account.Role;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Handlers;
import org.zhubao.support.Handlers.Handler;
import org.zhubao.support.ProperRequests;
import org.zhubao.support.Rehearsal;

/** Whatever nonsense is put into whatever place of whatever call: the system does not fail over it. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=rights")
class RubbishTests {

    private static final String COUNTY = "510402";

    private static final List<String> RUBBISH = List.of(
            "",
            "-1",
            "999",
            "99999999999999999999",
            "2025-13-45",
            "'; drop table person; --",
            "\0",
            "00000000-0000-0000-0000-000000000000",
            "x".repeat(5000));

    @Autowired
    private Handlers handlers;

    @Autowired
    private ProperRequests requests;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Offices offices;

    @Test
    void nonsenseInAnyPlaceOfAnyCallIsRefusedOrIgnored() {
        Office office = offices.of(COUNTY);
        List<String> failures = new ArrayList<>();
        for (Handler handler : handlers.all()) {
            Actor actor = whoMay(handler, office);
            Map<String, String> proper = requests.values(handler, office, actor);
            for (String place : places(handler)) {
                for (String rubbish : RUBBISH) {
                    Map<String, String> values = new HashMap<>(proper);
                    values.put(place, rubbish);
                    failure(actor, requests.build(handler, values))
                            .ifPresent(what -> failures.add(
                                    "%s: %s for %s = %s".formatted(handler.address(), what, place, rubbish)));
                }
            }
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void aBodyOfAnotherFormOrNoneAtAllIsRefused() {
        Office office = offices.of(COUNTY);
        List<String> failures = new ArrayList<>();
        for (Handler handler : handlers.all()) {
            if (handler.method().equals(HttpMethod.GET)) {
                continue;
            }
            Actor actor = whoMay(handler, office);
            Object[] variables = handler.variables().keySet().stream()
                    .map(requests.values(handler, office, actor)::get)
                    .toArray();
            for (MediaType type :
                    List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.TEXT_PLAIN)) {
                for (String body : List.of("", "{", "null", "[]", "{\"division\": 7}")) {
                    var request = MockMvcRequestBuilders.request(handler.method(), handler.pattern(), variables)
                            .contentType(type)
                            .content(body)
                            .with(csrf());
                    failure(actor, request)
                            .ifPresent(what ->
                                    failures.add("%s: %s for %s of %s".formatted(handler.address(), what, body, type)));
                }
            }
        }

        assertThat(failures).isEmpty();
    }

    private Optional<String> failure(Actor actor, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            int status = rehearsal.of(actor, request).getResponse().getStatus();
            return status < 500 ? Optional.empty() : Optional.of(String.valueOf(status));
        } catch (IllegalStateException thrown) {
            return Optional.of(String.valueOf(thrown.getCause()));
        }
    }

    /** Somebody who gets past the guards; the clerk where nobody does. */
    private Actor whoMay(Handler handler, Office office) {
        return office.actors().values().stream()
                .filter(actor -> rehearsal
                                .of(actor, requests.build(handler, requests.values(handler, office, actor)))
                                .getResponse()
                                .getStatus()
                        < 400)
                .findFirst()
                .orElse(office.actor(Membership.of(Role.CLERK, COUNTY)));
    }

    private static Set<String> places(Handler handler) {
        Set<String> places = new TreeSet<>(handler.variables().keySet());
        places.addAll(handler.parameters().keySet());
        places.addAll(handler.fields());
        places.remove("file");
        return places;
    }
}
