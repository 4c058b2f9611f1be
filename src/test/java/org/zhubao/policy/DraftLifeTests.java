package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Scope;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;

/** From a draft to a policy in force: only with a proof, without open questions, and by two people. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class DraftLifeTests {

    private static final String POOR = "a: for: poor, pays: {fixed: 100}, funds: county";
    private static final String OLD = "b: for: old, pays: {fixed: 200}, funds: county";
    private static final String OLD_FIRST = "overlap: {rules: [{prefer: old, over: poor, ruling: r}]}";
    private static final String POOR_FIRST = "overlap: {rules: [{prefer: poor, over: old, ruling: r}]}";

    @Autowired
    private AuthoringPolicies authoring;

    @Autowired
    private PublishingPolicies publishing;

    @Autowired
    private ReadingDrafts reading;

    @Autowired
    private ProvingPolicies proving;

    @Autowired
    private PolicyCatalog catalog;

    @Autowired
    private PolicyArchive archive;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DatabaseBehindTheWalls database;

    private String county;
    private int year = 2030;

    @BeforeAll
    void aCounty(@Autowired CountySeasons counties) {
        county = counties.fresh(2021).code();
    }

    @Test
    void whatASecondPersonPublishesIsInForceAtOnceAndReplacesTheVersionBefore() {
        String first = text(++year, OLD_FIRST);
        UUID draft = submitted(first);
        assertThat(catalog.find(county, year)).isEmpty();

        reviewer(by -> publishing.publish(draft, by));

        assertThat(catalog.find(county + "001", year)).get().satisfies(published -> {
            assertThat(published.version()).isEqualTo("1");
            assertThat(published.text()).isEqualTo(first);
            assertThat(published.digest()).isEqualTo(PublishedPolicy.digestOf(first));
        });
        String second = first.replace("fixed: 100", "fixed: 90");
        UUID again = submitted(second);
        reviewer(by -> publishing.publish(again, by));
        assertThat(catalog.find(county, year))
                .get()
                .extracting(PublishedPolicy::version)
                .isEqualTo("2");
        assertThat(catalog.all())
                .filteredOn(
                        p -> p.policy().region().equals(county) && p.policy().benefitYear() == year)
                .hasSize(1);
        assertThat(archive.find(PublishedPolicy.digestOf(first), year))
                .get()
                .extracting(PublishedPolicy::text)
                .isEqualTo(first);
    }

    @Test
    void aCountysOwnPolicyHoldsThereAndNowhereElse() {
        UUID draft = submitted(text(2021, OLD_FIRST));
        reviewer(by -> publishing.publish(draft, by));

        assertThat(catalog.find(county, 2021).orElseThrow().policy().region()).isEqualTo(county);
        assertThat(catalog.find("510402", 2021).orElseThrow().policy().region()).isEqualTo("5104");
    }

    @Test
    void aPublicationThatIsRolledBackWasNeverInForce() {
        UUID draft = submitted(text(++year, OLD_FIRST));

        reviewer(by -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            publishing.publish(draft, by);
            status.setRollbackOnly();
        }));

        assertThat(catalog.find(county, year)).isEmpty();
    }

    @Test
    void whoeverBeganWroteOrSubmittedADraftMayNotPublishIt() {
        UUID draft = submitted(text(++year, OLD_FIRST));
        CurrentUser author = new CurrentUser(0, "test-clerk", "", Role.REVIEWER, new Scope(county), null);

        assertThat(refused(by -> publishing.publish(draft, author))).isEqualTo("four-eyes");
        assertThatThrownBy(() -> database.sql()
                        .sql("update policy_draft set status = 'PUBLISHED', decided_by = 'test-clerk' where id = ?")
                        .param(draft)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("check constraint");
    }

    @Test
    void whoeverWroteAtItInBetweenMayNotPublishItEither() {
        String text = text(++year, OLD_FIRST);
        UUID draft = begun(text.replace("fixed: 100", "fixed: 90"));
        reviewer(by -> authoring.save(draft, 0, text.replace("fixed: 100", "fixed: 80"), by));
        clerk(by -> authoring.save(draft, 1, text, by));
        clerk(by -> authoring.proved(draft, proof(text)));
        clerk(by -> authoring.submit(draft, true, by));

        assertThat(find(draft).changedBy()).isEqualTo("test-clerk");
        assertThat(refused(by -> publishing.publish(draft, by))).isEqualTo("four-eyes");
    }

    @Test
    void whatIsPublishedIsNeverChangedNotEvenByTheAdministratorOfTheDatabase() {
        UUID draft = submitted(text(++year, OLD_FIRST));
        reviewer(by -> publishing.publish(draft, by));

        assertThatThrownBy(() -> database.sql()
                        .sql("update policy_draft set title = 'x' where id = ?")
                        .param(draft)
                        .update())
                .hasMessageContaining("never changed");
        int seen = version(draft);
        clerk(by -> assertThat(authoring.save(draft, seen, "other", by)).isFalse());
    }

    @Test
    void twoOutcomesWithoutARuleBetweenThemKeepADraftFromBeingSubmitted() {
        UUID draft = proved(text(++year, "overlap: {}"));

        assertThat(find(draft).needingRulings()).isEqualTo(1);
        assertThat(refused(by -> authoring.submit(draft, true, by))).isEqualTo("policy.draft.needs-rulings");
        assertThat(find(draft).status()).isEqualTo(DraftStatus.PROVED);
    }

    @Test
    void anInversionIsToBeAcknowledged() {
        UUID draft = proved(text(++year, POOR_FIRST));

        assertThat(find(draft).needingRulings()).isZero();
        assertThat(find(draft).needingAcknowledgment()).isPositive();
        assertThat(refused(by -> authoring.submit(draft, false, by))).isEqualTo("policy.draft.not-acknowledged");
        clerk(by -> authoring.submit(draft, true, by));
        assertThat(find(draft).status()).isEqualTo(DraftStatus.SUBMITTED);
    }

    @Test
    void anyChangeOfTheTextTakesTheProofAway() {
        UUID draft = proved(text(++year, OLD_FIRST));

        int seen = version(draft);
        clerk(by -> assertThat(authoring.save(draft, seen, text(year, POOR_FIRST), by))
                .isTrue());

        assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
        assertThat(find(draft).provedAt()).isNull();
        assertThat(refused(by -> authoring.submit(draft, true, by))).isEqualTo("policy.draft.not-proved");
    }

    @Test
    void aProofOfAnotherTextDoesNotCount() {
        UUID draft = begun(text(++year, OLD_FIRST));
        DraftProof other = proof(text(year, POOR_FIRST));

        assertThat(refused(by -> authoring.proved(draft, other))).isEqualTo("policy.draft.moved-on");
    }

    @Test
    void theSecondOfTwoWritersIsToldAndTheFirstOnesTextStays() {
        UUID draft = begun(text(++year, OLD_FIRST));
        int seen = version(draft);
        clerk(by -> assertThat(authoring.save(draft, seen, "title: first", by)).isTrue());

        clerk(by -> assertThat(authoring.save(draft, seen, "title: second", by)).isFalse());

        assertThat(find(draft).text()).isEqualTo("title: first\n");
    }

    @Test
    void aTextForAnotherRegionOrUnderATakenNameIsNotSubmitted() {
        UUID elsewhere = proved(text(++year, OLD_FIRST).replace("region: " + county, "region: 510402"));
        assertThat(refused(by -> authoring.submit(elsewhere, true, by))).isEqualTo("policy.draft.other-region");

        UUID taken = proved(text(++year, OLD_FIRST).replace("policy: draft-", "policy: panzhihua-hardship #"));
        assertThat(refused(by -> authoring.submit(taken, true, by))).isEqualTo("policy.draft.name-taken");
    }

    @Test
    void aDraftSentBackIsWrittenAtAgain() {
        UUID draft = submitted(text(++year, OLD_FIRST));
        reviewer(by -> publishing.giveBack(draft, "金额与文件不符", by));

        assertThat(find(draft).status()).isEqualTo(DraftStatus.RETURNED);
        assertThat(find(draft).decisionReason()).isEqualTo("金额与文件不符");
        int seen = version(draft);
        clerk(by -> assertThat(authoring.save(draft, seen, text(year, POOR_FIRST), by))
                .isTrue());
        assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
    }

    private String text(int benefitYear, String overlap) {
        return PolicyDraft.draft()
                        .with("policy: draft-" + county + "-" + benefitYear)
                        .with("region: " + county)
                        .with("benefit-years: " + benefitYear)
                        .standards(POOR, OLD)
                        .with(overlap)
                        .text()
                        .stripTrailing()
                + "\n";
    }

    private UUID begun(String text) {
        return SignedIn.doing(
                Role.CLERK, county, () -> authoring.begin(county, text, null, SignedIn.user(Role.CLERK, county)));
    }

    private UUID proved(String text) {
        UUID draft = begun(text);
        clerk(by -> authoring.proved(draft, proof(text)));
        return draft;
    }

    private UUID submitted(String text) {
        UUID draft = proved(text);
        clerk(by -> authoring.submit(draft, true, by));
        return draft;
    }

    private DraftProof proof(String text) {
        return proving.prove(PublishedPolicy.digestOf(text), reading.read(text));
    }

    private Draft find(UUID draft) {
        return SignedIn.doing(Role.CLERK, county, () -> authoring.find(draft).orElseThrow());
    }

    private int version(UUID draft) {
        return find(draft).version();
    }

    private void clerk(Consumer<CurrentUser> work) {
        doing(Role.CLERK, work);
    }

    private void reviewer(Consumer<CurrentUser> work) {
        doing(Role.REVIEWER, work);
    }

    private void doing(Role role, Consumer<CurrentUser> work) {
        SignedIn.doing(role, county, () -> {
            work.accept(SignedIn.user(role, county));
            return true;
        });
    }

    private String refused(Consumer<CurrentUser> work) {
        return catchThrowableOfType(Refusal.class, () -> reviewer(work)).code();
    }
}
