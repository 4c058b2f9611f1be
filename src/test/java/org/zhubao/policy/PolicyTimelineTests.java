package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Policy;

/** Years that no policy covers, and years that two cover. */
class PolicyTimelineTests {

    private static final PublishedPolicy COUNTY_2022 = published("county", "510402", 2022);

    @Test
    void yearsBetweenTwoVersionsAreAGap() {
        List<Finding> findings = timeline(published("old", "510402", 2018));
        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.GAP_IN_TIME);
        assertThat(findings.get(0).about()).containsExactly("2019", "2021");
    }

    @Test
    void theYearBeforeLeavesNoGapWhateverCameEarlier() {
        assertThat(timeline(published("old", "510402", 2021), published("older", "510402", 2018)))
                .isEmpty();
    }

    @Test
    void aCityAndItsCountyWithPoliciesForTheSameYearOverlap() {
        List<Finding> findings = timeline(published("city", "5104", 2022));
        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.OVERLAP_IN_TIME);
        assertThat(findings.get(0).about()).containsExactly("city");
    }

    @Test
    void aNeighbourAndALaterYearAreNoMatter() {
        assertThat(timeline(published("neighbour", "510403", 2022), published("next", "510402", 2023)))
                .isEmpty();
    }

    private static List<Finding> timeline(PublishedPolicy... others) {
        List<PublishedPolicy> all = new ArrayList<>(List.of(others));
        all.add(COUNTY_2022);
        return PolicyTimeline.of(COUNTY_2022.policy(), all);
    }

    private static PublishedPolicy published(String id, String region, int year) {
        String text = PolicyDraft.draft()
                .with("policy: " + id)
                .with("title: " + id)
                .with("region: " + region)
                .with("benefit-years: " + year)
                .standards("a: for: poor, pays: {fixed: 100}, funds: county")
                .text();
        Policy policy = PolicyTexts.read(text, year).policy().orElseThrow();
        return new PublishedPolicy(id + "-" + year, "1", "", policy, text);
    }
}
