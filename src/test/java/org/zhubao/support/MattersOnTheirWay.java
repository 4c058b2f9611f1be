package org.zhubao.support;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Workplace;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Divisions;
import org.zhubao.register.Person;
import org.zhubao.review.Act;
import org.zhubao.review.Attachments;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.Grounds;
import org.zhubao.review.Letters;
import org.zhubao.review.Selection;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.Purpose;
import org.zhubao.visit.VisitDesk;

/** What the review and the lists for townships hold before a call, one of each kind in a county; year 2021. */
@TestComponent
public class MattersOnTheirWay {

    private static final byte[] PAPER = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, UUID> made = new ConcurrentHashMap<>();
    private final DecidingItems deciding;
    private final Letters letters;
    private final Attachments attachments;
    private final AskingTownships asking;
    private final VisitDesk visits;
    private final Divisions divisions;
    private final DatabaseBehindTheWalls database;

    MattersOnTheirWay(
            DecidingItems deciding,
            Letters letters,
            Attachments attachments,
            AskingTownships asking,
            VisitDesk visits,
            Divisions divisions,
            DatabaseBehindTheWalls database) {
        this.deciding = deciding;
        this.letters = letters;
        this.attachments = attachments;
        this.asking = asking;
        this.visits = visits;
        this.divisions = divisions;
        this.database = database;
    }

    /** Whatever the address is about. @param pattern as {@code /review/letters/{id}} */
    public UUID of(String pattern, Person person) {
        String county = person.county();
        String kind = pattern.startsWith("/visits") ? "visits" : (pattern + "/-").split("/")[2];
        return made.compute(
                county + kind,
                (key, earlier) -> earlier != null && !isOver(earlier)
                        ? earlier
                        : SignedIn.doing(Role.CLERK, county, () -> make(kind, place(county), person)));
    }

    /** A run between two calls ends the matters it does not find. */
    private boolean isOver(UUID id) {
        return database.sql()
                .sql("select exists (select from review_item where id = ? and known_to is not null)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private UUID make(String kind, Workplace place, Person person) {
        return switch (kind) {
            case "visits" -> list(place);
            case "items" -> item(place, person);
            case "persons" -> person.id();
            case "attachments" -> attachments.add(place.county().code(), "paper.pdf", PAPER, "clerk");
            case "letters" ->
                letters.of(List.of(decided(place, person, Act.ASKED))).values().stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .orElseThrow()
                        .id();
            case "decisions" -> decided(place, person, Act.KEPT);
            default ->
                deciding.propose(
                        place,
                        Selection.person(person.id()),
                        Verdict.PAYS_NOTHING,
                        new Grounds("x", "x", LocalDate.of(2024, 1, 1), null, null),
                        1,
                        "proposer");
        };
    }

    private UUID list(Workplace place) {
        asking.ask(place, Purpose.IDENTITY, List.of(place.county().code() + "001"), "clerk");
        return visits.lists(place).get(0).id();
    }

    private UUID decided(Workplace place, Person person, Act act) {
        return deciding.decide(place, Selection.item(item(place, person)), act, "x", 1, "clerk");
    }

    /** As a run would find it. */
    private UUID item(Workplace place, Person person) {
        return database.sql()
                .sql(
                        """
                        insert into review_item (region, county, benefit_year, person_id, kind, pattern, facts_key, department,
                            known_from)
                        values (?, ?, ?, ?, 'TWO_NAMES', 'subsistence-allowance', gen_random_uuid()::text, 'civil-affairs', '2024-01-01T00:00Z')
                        returning id
                        """)
                .params(place.county().region(), place.county().code(), place.benefitYear(), person.id())
                .query(UUID.class)
                .single();
    }

    private Workplace place(String county) {
        return new Workplace(divisions.find(county).orElseThrow(), 2021);
    }
}
