package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
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

/**
 * Everybody of one county's office tries every identifier of another's in every place of every call that takes one:
 * found in the mappings, so that a new call is tried, too.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=rights")
class ForeignIdentifierTests {

    private static final String HERE = "510403";
    private static final String THERE = "510402";

    @Autowired
    private Handlers handlers;

    @Autowired
    private ProperRequests requests;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Offices offices;

    private Office here;
    private Office there;
    private Map<Class<?>, List<String>> foreign;
    private List<String> decided;
    private List<String> handles;

    @BeforeEach
    void twoOffices() throws IOException {
        decided = Files.readAllLines(Path.of("src/test/resources/rights.txt"));
        here = offices.of(HERE);
        there = offices.of(THERE);
        Actor clerk = there.actor(Membership.of(Role.CLERK, THERE));
        foreign = Map.of(
                UUID.class,
                List.of(
                        there.checked().toString(),
                        there.submitted().toString(),
                        there.accepted().toString(),
                        there.returned().toString(),
                        there.played().roster().toString(),
                        there.played().run().toString(),
                        there.played().sheet().toString(),
                        there.played().persons().get(0).id().toString()),
                long.class,
                List.of(
                        clerk.user().id().value() + "",
                        there.colleague().id().value() + "",
                        clerk.token() + "",
                        there.colleaguesToken() + "",
                        there.proposal() + "",
                        there.alias() + ""));
        handles = List.of(clerk.session(), there.colleaguesSession());
    }

    @Test
    void nothingOfAnotherCountyIsFoundByAnyIdentifierThroughAnyCall() {
        List<String> open = new ArrayList<>();
        int tried = 0;
        for (Handler handler : handlers.all()) {
            for (Map.Entry<String, Class<?>> place : places(handler).entrySet()) {
                for (Actor actor : whoeverMay(handler)) {
                    Map<String, String> proper = requests.values(handler, here, actor);
                    for (String identifier : identifiers(place)) {
                        tried++;
                        int status = tried(handler, actor, proper, place.getKey(), identifier);
                        if (status != 403 && status != 404) {
                            open.add("%s answers %d to %s for %s = %s"
                                    .formatted(
                                            handler.address(), status, actor.membership(), place.getKey(), identifier));
                        }
                    }
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(tried).isGreaterThan(1000);
    }

    @Test
    void aPlaceThatIsNotGuardedWouldBeFound() {
        Actor clerk = here.actor(Membership.of(Role.CLERK, HERE));
        Handler person = handlers.all().stream()
                .filter(h -> h.address().equals("GET /people/{id}"))
                .findFirst()
                .orElseThrow();

        assertThat(places(person)).containsOnlyKeys("id");
        assertThat(tried(
                        person,
                        clerk,
                        requests.values(person, here, clerk),
                        "id",
                        here.played().persons().get(0).id().toString()))
                .isEqualTo(200);
    }

    /** Those of the office to whom the call is open; that the others get nothing at all is RightsTableTests' business. */
    private List<Actor> whoeverMay(Handler handler) {
        String roles = decided.stream()
                .filter(line -> line.startsWith(handler.address() + ": "))
                .map(line -> line.substring(handler.address().length() + 2).split(";")[0])
                .findFirst()
                .orElseThrow();
        boolean anybody = roles.startsWith("everybody") || roles.startsWith("whoever is signed in");
        return here.actors().values().stream()
                .filter(actor -> anybody
                        || List.of(roles.split(" "))
                                .contains(actor.membership().role().code()))
                .toList();
    }

    private List<String> identifiers(Map.Entry<String, Class<?>> place) {
        return switch (place.getKey()) {
            case "handle" -> handles;
            case "county", "division" -> List.of(THERE);
            default -> foreign.get(place.getValue());
        };
    }

    private int tried(Handler handler, Actor actor, Map<String, String> proper, String place, String identifier) {
        Map<String, String> values = new HashMap<>(proper);
        values.put(place, identifier);
        return rehearsal
                .of(actor, requests.build(handler, values))
                .getResponse()
                .getStatus();
    }

    /** Where a call takes an identifier. Policies are published, and a one-time link is a secret of its own. */
    private static Map<String, Class<?>> places(Handler handler) {
        Map<String, Class<?>> places = new TreeMap<>();
        if (!handler.pattern().startsWith("/policies/") && !handler.pattern().startsWith("/invitation/")) {
            places.putAll(handler.variables());
        }
        handler.parameters().forEach((name, type) -> {
            if (type == UUID.class
                    || type == long.class
                    || List.of("county", "handle").contains(name)) {
                places.put(name, type);
            }
        });
        if (handler.takesDivision()) {
            places.put("division", String.class);
        }
        return places;
    }
}
