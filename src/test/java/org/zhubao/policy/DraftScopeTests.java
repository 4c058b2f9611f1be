package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Scope;
import org.zhubao.site.Refusal;
import org.zhubao.support.DatabaseTest;

/** A policy is written and published by those whose scope covers its region. */
@DatabaseTest
class DraftScopeTests {

    @Autowired
    private AuthoringPolicies authoring;

    @Autowired
    private PublishingPolicies publishing;

    @ParameterizedTest
    @CsvSource({"5104, 5104, true", "5104, 510402, true", "510402, 5104, false", "510402, 510403, false"})
    void nobodyDraftsForAPlaceBeyondTheirScope(String scope, String region, boolean allowed) {
        CurrentUser by = new CurrentUser(0, "test-clerk", "", Role.CLERK, new Scope(scope), null);
        assertThat(SignedIn.doing(Role.CLERK, scope, () -> {
                    try {
                        return authoring.begin(region, "title: x", null, by) != null;
                    } catch (Refusal refusal) {
                        return false;
                    }
                }))
                .isEqualTo(allowed);
    }

    @Test
    void aCountyNeitherSeesNorPublishesTheDraftOfItsCity() {
        UUID ofTheCity = SignedIn.doing(
                Role.CLERK, "5104", () -> authoring.begin("5104", "title: x", null, SignedIn.user(Role.CLERK, "5104")));

        assertThat(SignedIn.doing(Role.CLERK, "510402", () -> authoring.find(ofTheCity)))
                .isEmpty();
        assertThat(SignedIn.doing(Role.CLERK, "5104", () -> authoring.find(ofTheCity)))
                .isPresent();
        assertThatThrownBy(() -> SignedIn.doing(Role.REVIEWER, "510402", () -> {
                    publishing.publish(ofTheCity, SignedIn.user(Role.REVIEWER, "510402"));
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("no-such-page"));
    }
}
