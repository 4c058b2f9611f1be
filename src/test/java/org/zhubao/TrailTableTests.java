package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Office;
import org.zhubao.account.Office.Actor;
import org.zhubao.account.Offices;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Handlers;
import org.zhubao.support.Handlers.Handler;
import org.zhubao.support.ProperRequests;
import org.zhubao.support.Rehearsal;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every call puts on record when it does what it was asked for. What was decided stands in {@code trail.txt}; a
 * call that changes something and leaves no line has to say there why.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=rights")
class TrailTableTests {

    private static final Path DECIDED = Path.of("src/test/resources/trail.txt");
    private static final String COUNTY = "510402";
    private static final String BECAUSE = ": nothing, because ";

    @Autowired
    private Handlers handlers;

    @Autowired
    private ProperRequests requests;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Offices offices;

    @Autowired
    private JdbcClient jdbc;

    /** A line of the trail, as far as it says who did it. */
    private record Line(
            String action, String who, String role, String address, String division, String object, String before) {

        /** The action, and what it changed: {@code roster-submitted[status]}. */
        String words() {
            return before.isEmpty()
                    ? action
                    : action + JsonMapper.shared().readTree(before).propertyNames();
        }
    }

    @Test
    void everyCallLeavesTheLinesItWasDecidedToLeave() throws Exception {
        Office office = offices.of(COUNTY);
        List<String> found = new ArrayList<>();
        for (Handler handler : handlers.all()) {
            List<String> actions = carriedOut(handler, office).orElse(List.of());
            if (handler.method() != HttpMethod.GET || !actions.isEmpty()) {
                found.add(handler.address() + ": " + (actions.isEmpty() ? "nothing" : String.join(" ", actions)));
            }
        }

        Files.write(Path.of("target/trail.txt"), found);
        List<String> decided = Files.readAllLines(DECIDED);
        assertThat(found)
                .isEqualTo(decided.stream()
                        .map(line -> line.replaceFirst(BECAUSE + ".*", ": nothing"))
                        .toList());
        assertThat(decided).filteredOn(line -> line.contains(": nothing")).allMatch(line -> line.contains(BECAUSE));
    }

    /** By the first of the office who may. */
    private Optional<List<String>> carriedOut(Handler handler, Office office) {
        return office.actors().values().stream()
                .flatMap(actor -> rehearsal
                        .of(
                                actor,
                                requests.build(handler, requests.values(handler, office, actor)),
                                answer -> answer.getResponse().getStatus() < 400
                                        ? Optional.of(actions(handler, actor))
                                        : Optional.<List<String>>empty())
                        .stream())
                .findFirst();
    }

    /** Those of the transaction at hand: nobody else writes meanwhile, and it is taken back. */
    private List<String> actions(Handler handler, Actor actor) {
        jdbc.sql("select set_config('zhubao.trail_from', '', true), set_config('zhubao.trail_until', ':', true)")
                .query(row -> {});
        List<Line> lines = jdbc.sql(
                        """
                        select action, who, role, address, division, object, before from audit_entry
                        where xmin::text = pg_current_xact_id()::text order by id
                        """)
                .query(Line.class)
                .list();
        boolean byWhoHasTheLink = handler.pattern().startsWith("/invitation/");
        assertThat(lines).filteredOn(line -> !byWhoHasTheLink).allSatisfy(line -> {
            assertThat(line.who()).as(line.action()).isEqualTo(actor.user().username());
            assertThat(line.role())
                    .as(line.action())
                    .isEqualTo(actor.membership().role().name());
            assertThat(line.address()).as(line.action()).isEqualTo("127.0.0.1");
            assertThat(line.object()).as(line.action()).isNotBlank();
            assertThat(line.division()).as(line.action()).startsWith(COUNTY);
        });
        return lines.stream().map(Line::words).collect(Collectors.toList());
    }
}
