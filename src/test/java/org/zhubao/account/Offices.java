package org.zhubao.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Office.Actor;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterAlias.Subject;
import org.zhubao.roster.RosterAliases;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.SettableClock;
import org.zhubao.support.SheetsOnTheirWay;
import org.zhubao.support.SmallSeason;
import org.zhubao.support.SmallSeason.Played;
import org.zhubao.support.SmallSeason.Someone;

/** Sets up offices in counties of Panzhihua. */
@TestComponent
public class Offices {

    private static final String PASSWORD = "a long enough sentence";

    private final Map<String, Office> opened = new HashMap<>();
    private final Accounts accounts;
    private final Invitations invitations;
    private final Confirmations confirmations;
    private final ApiTokens tokens;
    private final OpenSessions sessions;
    private final RosterAliases aliases;
    private final SmallSeason season;
    private final SheetsOnTheirWay sheets;
    private final MockMvc mvc;
    private final SettableClock clock;
    private final DatabaseBehindTheWalls database;
    private Instant done = Instant.MIN;

    Offices(
            Accounts accounts,
            Invitations invitations,
            Confirmations confirmations,
            ApiTokens tokens,
            OpenSessions sessions,
            RosterAliases aliases,
            SmallSeason season,
            SheetsOnTheirWay sheets,
            MockMvc mvc,
            SettableClock clock,
            DatabaseBehindTheWalls database) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.confirmations = confirmations;
        this.tokens = tokens;
        this.sessions = sessions;
        this.aliases = aliases;
        this.season = season;
        this.sheets = sheets;
        this.mvc = mvc;
        this.clock = clock;
        this.database = database;
    }

    /** Every role in the county; besides, an officer of another department and one of another township. */
    public static Stream<Membership> memberships(String county) {
        return Stream.concat(
                Arrays.stream(Role.values()).map(role -> usual(role, county)),
                Stream.of(anotherDepartment(county), anotherTownship(county)));
    }

    /** The one whose department has handed in the rosters, and in whose township the first person lives. */
    public static Membership usual(Role role, String county) {
        return switch (role) {
            case DEPARTMENT_OFFICER -> Membership.officerOf(Department.CIVIL_AFFAIRS, county);
            case TOWNSHIP_OFFICER -> Membership.of(role, county + "001");
            default -> Membership.of(role, county);
        };
    }

    public static Membership anotherDepartment(String county) {
        return Membership.officerOf(Department.HEALTH, county);
    }

    public static Membership anotherTownship(String county) {
        return Membership.of(Role.TOWNSHIP_OFFICER, county + "002");
    }

    /** The office of a county, set up once for all tests that share a database; the clock stands where that was done. */
    public Office of(String county) {
        Office office = opened.computeIfAbsent(county, this::open);
        if (clock.instant().isAfter(done)) {
            done = clock.instant();
        }
        clock.set(done);
        return office;
    }

    private Office open(String county) {
        if (opened.isEmpty()) {
            tellIdentifiersApart();
        }
        int digit = Integer.parseInt(county) % 10;
        Played played = season.play(county, someone(digit, 1));
        Map<String, UUID> frozen = sheets.in(county, digit);
        season.goOn(county, someone(digit, 2));
        Map<Membership, Actor> actors = new LinkedHashMap<>();
        memberships(county).forEach(m -> actors.put(m, actor(m)));
        Actor colleague = actor(Membership.of(Role.CLERK, county));
        CurrentUser proposer = new CurrentUser(0, "proposer", "Test", Role.ADMINISTRATOR, new Scope(county), null);
        confirmations.proposeLink(colleague.user().id(), proposer);
        return new Office(
                county,
                played,
                reading(season.checked(county, someone(digit, 7))),
                season.checked(county, someone(digit, 3)),
                season.submitted(county, someone(digit, 4)),
                season.returned(county, someone(digit, 5)),
                season.accepted(county, someone(digit, 6)),
                frozen,
                alias(county),
                actors,
                colleague.user(),
                colleague.token(),
                colleague.session(),
                confirmations.waiting(new Scope(county)).get(0).id(),
                accounts.invite(colleague.user().id()).token());
    }

    /** As if a job were at it. */
    private UUID reading(UUID roster) {
        database.sql()
                .sql("update roster_batch set status = 'READING' where id = ?")
                .param(roster)
                .update();
        return roster;
    }

    private long alias(String county) {
        return SignedIn.doing(Role.CLERK, county, () -> {
            aliases.remember(county, Department.CIVIL_AFFAIRS, Subject.HEADING, "证照编号", "ID_NUMBER", "officer");
            return aliases.list(county, Department.CIVIL_AFFAIRS).get(0).id();
        });
    }

    /** So that no identifier of one kind is that of another: a call that mixes them up would pass for a sound one. */
    private void tellIdentifiersApart() {
        database.sql()
                .sql("select setval(pg_get_serial_sequence('api_token', 'id'), 1000000),"
                        + " setval(pg_get_serial_sequence('proposed_access', 'id'), 2000000),"
                        + " setval(pg_get_serial_sequence('roster_alias', 'id'), 3000000)")
                .query(row -> {});
    }

    /** Whom a roster to be uploaded holds. */
    public static Someone someone(int digit, int number) {
        return Someone.of("人" + (char) ('甲' + number), digit + "0" + number, 0);
    }

    private Actor actor(Membership membership) {
        String username = "o-%s-%s-%s"
                .formatted(
                        membership.scope().prefix(),
                        membership.role().code(),
                        accounts.list().size());
        UserId id = accounts.create(new NewUser(username, username, List.of(membership)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        tokens.issue(new NewApiToken(id, "office", membership, clock.instant().plus(Duration.ofDays(300))));
        signIn(username);
        return new Actor(
                accounts.get(id),
                tokens.of(id).get(0).id(),
                sessions.of(username, "").get(0).handle());
    }

    private void signIn(String username) {
        try {
            mvc.perform(formLogin("/sign-in").user(username).password(PASSWORD));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
