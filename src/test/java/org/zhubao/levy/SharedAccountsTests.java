package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** Money of several people that is to go to one account goes there once somebody has said why that is right. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class SharedAccountsTests {

    private static final String CARD = "4111111111111111";
    private static final String ENDS_ALIKE = "6212345678901061111";
    private static final String OTHER_CARD = "6212345678901234569";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Reconciliations reconciliations;

    @Autowired
    private Reimbursing reimbursing;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private SharedAccounts sharing;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    private CountySeason season;
    private Listed mother;
    private Listed child;
    private Listed stranger;

    @BeforeEach
    void threeHavePaidInFullBeforeTheirMark() {
        season = counties.fresh(2021);
        mother = season.person().called("钱母亲");
        child = season.person().called("孙孩子");
        stranger = season.person().called("李外人");
        clock.set(LocalDate.of(2020, 8, 20));
        season.accepted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                RosterWorkbook.households("户编号", Map.of(mother, "0001", child, "0001", stranger, "0002")));
        clock.set(LocalDate.of(2020, 8, 27));
        levied.push(season);
        levied.paid(
                season,
                PaymentSheet.payments()
                        .paid(mother, 0, 305, "2020-08-20")
                        .paid(child, 0, 305, "2020-08-20")
                        .paid(stranger, 0, 305, "2020-08-20"));
        levied.reconcile(season);
    }

    @Test
    void aFamilysCardIsAskedAboutOnceAndConfirmedWithoutManyWords() throws Exception {
        account(mother, CARD);
        account(child, CARD);

        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.household()).isTrue();
            assertThat(question.tail()).isEqualTo("1111");
            assertThat(question.holders())
                    .extracting(SharedAccount.Holder::name)
                    .containsExactlyInAnyOrder("钱母亲", "孙孩子");
        });
        assertThat(page("/tax/reimbursements")).contains("一个账户多人共用", "同一户").doesNotContain(CARD, mother.number());
        assertThat(refusal(this::list)).isEqualTo("levy.shared-accounts-first");

        confirm("", mother, child);

        assertThat(questions()).isEmpty();
        ReimbursementList list = list();
        assertThat(list.people()).isEqualTo(2);
        assertThat(transfers(list)).allSatisfy(transfer -> assertThat(transfer.sharing())
                .isNotNull()
                .satisfies(why -> {
                    assertThat(why.household()).isTrue();
                    assertThat(why.others()).doesNotContain(transfer.name()).hasSize(1);
                    assertThat(why.confirmedBy()).isEqualTo("clerk");
                }));
        assertThat(page("/tax/reimbursements/" + list.id())).contains("与同户的 孙孩子 共用账户");
    }

    @Test
    void whoIsOfAnotherHouseholdIsPaidThereForAReasonOnlyAndTheTrailHasIt() {
        account(mother, CARD);
        account(stranger, CARD);

        assertThat(questions()).singleElement().matches(question -> !question.household());
        assertThat(refusal(() -> confirm(" ", mother, stranger))).isEqualTo("levy.sharing-unexplained");

        confirm("监护人代领", mother, stranger);

        assertThat(transfers(list()))
                .extracting(Transfer::sharing)
                .allSatisfy(why -> assertThat(why).extracting(Sharing::reason).isEqualTo("监护人代领"));
        assertThat(season.owner()
                        .sql(
                                "select after::text from audit_entry where action = 'shared-account-confirmed' and division = ?")
                        .param(season.code())
                        .query(String.class)
                        .single())
                .contains("****1111", "监护人代领")
                .doesNotContain(CARD);
        assertThat(refusal(() -> confirm("again", mother, stranger)))
                .as("asked and answered")
                .isEqualTo("levy.sharing-changed");
    }

    @Test
    void theOthersArePaidMeanwhileAndAnEarlierListOfTheYearCounts() {
        account(mother, CARD);
        ReimbursementList first = list();
        account(stranger, CARD);
        account(child, ENDS_ALIKE);

        assertThat(questions())
                .singleElement()
                .extracting(SharedAccount::holders)
                .satisfies(holders -> assertThat(holders)
                        .extracting(holder -> holder.name() + " " + holder.list())
                        .containsExactly("李外人 null", "钱母亲 " + first.label()));
        assertThat(transfers(list()))
                .as("whose account only ends alike waits for nobody")
                .extracting(Transfer::name)
                .containsExactly("孙孩子");

        account(stranger, OTHER_CARD);
        assertThat(questions()).isEmpty();
        assertThat(transfers(list())).extracting(Transfer::name).containsExactly("李外人");
    }

    @Test
    void whatWasSaidOfTwoIsNotSaidOfAThird() {
        account(mother, CARD);
        account(child, CARD);
        confirm("", mother, child);
        account(stranger, CARD);

        assertThat(questions())
                .singleElement()
                .extracting(question -> question.holders().size())
                .isEqualTo(3);
        assertThat(refusal(this::list)).isEqualTo("levy.shared-accounts-first");
        assertThat(refusal(() -> confirm("", mother, child)))
                .as("asked before the third came")
                .isEqualTo("levy.sharing-changed");
    }

    private List<SharedAccount> questions() {
        return season.clerk(() -> sharing.questions(season.county(), 2021, 10));
    }

    private void account(Listed person, String number) {
        UUID id = id(person);
        season.clerkDoes(() -> reimbursing.account(season.county(), id, number, "农村信用社", "clerk"));
    }

    private void confirm(String reason, Listed... people) {
        Set<UUID> ids = Arrays.stream(people).map(this::id).collect(Collectors.toSet());
        season.clerkDoes(() -> sharing.confirm(season.county(), 2021, ids, reason, "clerk"));
    }

    private UUID id(Listed person) {
        return season.clerk(() -> reconciliations.lines(newest(), LineFilter.ALL, 0, 10)).stream()
                .filter(line -> line.name().equals(person.name()))
                .findFirst()
                .orElseThrow()
                .personId();
    }

    private ReimbursementList list() {
        clock.set(clock.instant().plusSeconds(60));
        return season.clerk(() -> reimbursements
                .find(reimbursing.list(season.county(), 2021, "clerk"), new Scope(season.code()))
                .orElseThrow());
    }

    private List<Transfer> transfers(ReimbursementList list) {
        return season.clerk(() -> reimbursements.transfers(list));
    }

    private Reconciliation newest() {
        return reconciliations.newest(season.code(), 2021).orElseThrow();
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).param("county", season.code()).with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).code();
    }
}
