package org.zhubao.support;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.policy.ProvingPolicies;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.policy.ReadingDrafts;

/** Drafts of a county's clerk, each standing where a call finds it. */
@TestComponent
public class DraftsOnTheirWay {

    private static final String OPEN = PolicyTexts.resource("policies/5104/2021-hardship.yaml");
    private static final String SETTLED = PolicyTexts.resource("policies/610922/2021-enrolment.yaml");

    /** Digest of a text that was published. */
    public static final String MADE_FROM = PublishedPolicy.digestOf(OPEN);

    private final AuthoringPolicies authoring;
    private final ReadingDrafts reading;
    private final ProvingPolicies proving;

    DraftsOnTheirWay(AuthoringPolicies authoring, ReadingDrafts reading, ProvingPolicies proving) {
        this.authoring = authoring;
        this.reading = reading;
        this.proving = proving;
    }

    /** @param call the last part of the address: {@code submission}, {@code publication} … */
    public UUID before(String call, String county) {
        return SignedIn.doing(Role.CLERK, county, () -> switch (call) {
            case "submission" -> proved(county);
            case "publication", "return" -> submitted(county);
            default -> authoring.begin(county, of(county, OPEN), MADE_FROM, clerk(county));
        });
    }

    private UUID proved(String county) {
        String text = of(county, SETTLED);
        UUID draft = authoring.begin(county, text, null, clerk(county));
        String kept = authoring.find(draft).orElseThrow().digest();
        authoring.proved(draft, proving.prove(kept, reading.read(text)));
        return draft;
    }

    private UUID submitted(String county) {
        UUID draft = proved(county);
        authoring.submit(draft, true, clerk(county));
        return draft;
    }

    private static String of(String county, String text) {
        return text.replaceFirst("policy: .*", "policy: own-" + county).replaceFirst("region: .*", "region: " + county);
    }

    private static CurrentUser clerk(String county) {
        return SignedIn.user(Role.CLERK, county);
    }
}
