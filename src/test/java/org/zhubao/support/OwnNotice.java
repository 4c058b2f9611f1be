package org.zhubao.support;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.policy.ProvingPolicies;
import org.zhubao.policy.PublishingPolicies;
import org.zhubao.policy.ReadingDrafts;

/**
 * A county with a notice of its own for 2025 and 2026, silent about what follows after payment. The premium is 400 yuan (600 in
 * the second tier),
 * 300 of it subsidised for most; the province bears 60 per cent, of which it pays 70 per cent by 31 March, and the county
 * pays in its place until then.
 */
@TestComponent
public class OwnNotice {

    private final CountySeasons counties;
    private final AuthoringPolicies authoring;
    private final ReadingDrafts reading;
    private final ProvingPolicies proving;
    private final PublishingPolicies publishing;

    OwnNotice(
            CountySeasons counties,
            AuthoringPolicies authoring,
            ReadingDrafts reading,
            ProvingPolicies proving,
            PublishingPolicies publishing) {
        this.counties = counties;
        this.authoring = authoring;
        this.reading = reading;
        this.proving = proving;
        this.publishing = publishing;
    }

    /** The season of 2025 in a fresh county where the notice holds. */
    public CountySeason season() {
        CountySeason season = counties.fresh(2025);
        String county = season.code();
        String text = PolicyTexts.resource("notices/advance.yaml").replace("COUNTY", county);
        CurrentUser clerk = SignedIn.user(Role.CLERK, county);
        UUID draft = season.clerk(() -> {
            UUID id = authoring.begin(county, text, null, clerk);
            String kept = authoring.find(id).orElseThrow().digest();
            authoring.proved(id, proving.prove(kept, reading.read(text)));
            authoring.submit(id, true, clerk);
            return id;
        });
        SignedIn.doing(Role.REVIEWER, county, () -> {
            publishing.publish(draft, SignedIn.user(Role.REVIEWER, county));
            return true;
        });
        return season;
    }

    public CountySeason yearAfter(CountySeason season) {
        return counties.at(season.county(), season.year() + 1);
    }
}
