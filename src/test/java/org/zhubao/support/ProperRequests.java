package org.zhubao.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.multipart.MultipartFile;
import org.zhubao.account.Membership;
import org.zhubao.account.Office;
import org.zhubao.account.Office.Actor;
import org.zhubao.account.Offices;
import org.zhubao.account.Role;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.support.Handlers.Handler;
import org.zhubao.support.SmallSeason.Someone;

/**
 * For each handler a request that it carries out when it is allowed to, so that a refusal is about who asks. A handler
 * that wants something new gets it in {@link #values}.
 */
@TestComponent
public class ProperRequests {

    /** Of somebody whom nobody lists. */
    private static final String FREE_NUMBER = "510400199001017772";

    private final SmallSeason season;
    private final DraftsOnTheirWay drafts;
    private final LevyOnItsWay levy;
    private final MattersOnTheirWay matters;
    private final CorrectionsOnTheirWay corrections;
    private final CasesOnTheirWay cases;

    ProperRequests(
            SmallSeason season,
            DraftsOnTheirWay drafts,
            LevyOnItsWay levy,
            MattersOnTheirWay matters,
            CorrectionsOnTheirWay corrections,
            CasesOnTheirWay cases) {
        this.cases = cases;
        this.corrections = corrections;
        this.season = season;
        this.drafts = drafts;
        this.levy = levy;
        this.matters = matters;
    }

    /** What goes into path, form and body by its name: about things of the office, and what is the actor's own. */
    public Map<String, String> values(Handler handler, Office office, Actor actor) {
        Map<String, String> values = new HashMap<>(Map.of(
                "person", office.played().persons().get(0).id().toString(),
                "division", office.county(),
                "county", office.county(),
                "benefitYear", "2021",
                "handle", actor.session(),
                "fund", "civil-affairs",
                "change", "ADDED",
                "reason", "x",
                "to", "zh",
                "position", "0"));
        values.putAll(Map.of(
                "q", "人",
                "code", handler.pattern().startsWith("/rosters") ? "101" : "123456",
                "name", "office",
                "membership", "0",
                "lastDay", "2025-03-31",
                "role", "finance",
                "department", "",
                "username", "somebody-new",
                "displayName", "Test",
                "present", "a long enough sentence"));
        values.putAll(Map.of("password", "another long sentence", "repeated", "another long sentence"));
        if (handler.pattern().contains("/rosters")) {
            values.put("department", "civil-affairs");
        }
        if (handler.pattern().startsWith("/account/tokens")) {
            values.put("division", actor.membership().scope().prefix());
        }
        values.putAll(Map.of(
                "alias", Long.toString(office.alias()),
                "written", "证照号码",
                "column", "ID_NUMBER",
                "meaning", "subsistence-allowance"));
        values.putAll(Map.of(
                "base", "",
                "region", office.county(),
                "text", "title: x",
                "version", "0",
                "finding", "0",
                "acknowledged", "true"));
        if (handler.pattern().startsWith("/policies")) {
            values.put("from", DraftsOnTheirWay.MADE_FROM);
        }
        values.putAll(
                Map.of("sequence", "1", "stays", "true", "answer", "x", "paidOn", "2024-12-01", "voucher", "2024-17"));
        values.put("until", "2025-01-20");
        if (handler.pattern().startsWith("/tax")) {
            values.putAll(Map.of("kind", "delta", "sequence", "2", "cause", "not-enrolled"));
            values.putAll(Map.of("account", "4111 1111 1111 1111", "bank", "农村信用社", "delivery", "NET_AT_COLLECTION"));
            if (handler.pattern().startsWith("/tax/reimbursements")) {
                values.put("sequence", "1");
                levy.reconciliation(office.played());
                if (handler.pattern().endsWith("/sharing")) {
                    values.put("people", levy.sharing(office.played()));
                    values.put("reason", "x");
                }
            }
        }
        if (handler.pattern().startsWith("/review")) {
            values.putAll(Map.of(
                    "kind", "two-names",
                    "persons", "1",
                    "act", "overridden:destitute-support",
                    "document", "x"));
        }
        if (handler.pattern().equals("/settlement/cases")) {
            values.put("verdict", "KEEP");
            values.put("persons", cases.person(office).toString());
        }
        if (handler.pattern().startsWith("/visits")) {
            values.putAll(Map.of("purpose", "identity", "rows[0].line", "1", "rows[0].finding", "confirmed"));
        }
        if (handler.pattern().contains("/corrections")) {
            CorrectionsOnTheirWay.Made made = corrections.of(office.county());
            values.put("correction", made.pending().toString());
            values.put("number", handler.pattern().endsWith("/number") ? FREE_NUMBER : made.otherNumber());
        }
        if (handler.pattern().startsWith("/rosters/comparison")) {
            values.putAll(Map.of(
                    "earlier", office.accepted().toString(),
                    "later", office.submitted().toString()));
        }
        values.put("id", id(handler, office));
        values.put("token", token(handler, office, actor));
        return values;
    }

    private String id(Handler handler, Office office) {
        String pattern = handler.pattern().replaceFirst("^/api/v1", "");
        Object id;
        if (pattern.startsWith("/rosters")) {
            id = roster(pattern, office);
        } else if (pattern.startsWith("/people")) {
            id = pattern.endsWith("/separation")
                    ? corrections.of(office.county()).merged()
                    : office.played().persons().get(0).id();
        } else if (pattern.startsWith("/determination")) {
            id = pattern.endsWith("/publication")
                    ? season.unpublished(office.county())
                    : office.played().run();
        } else if (pattern.startsWith("/tax/pushes") || pattern.startsWith("/mark-pushes")) {
            id = levy.push(office.county());
        } else if (pattern.startsWith("/tax/reimbursements")) {
            id = levy.transfers(office.played(), !pattern.matches(".*/(approval|rejection)"));
        } else if (pattern.startsWith("/tax/reconciliations") || pattern.startsWith("/reconciliations")) {
            id = levy.reconciliation(office.played());
        } else if (pattern.startsWith("/settlement/notices")) {
            id = office.sheets().get(SheetsOnTheirWay.NOTICE);
        } else if (pattern.startsWith("/settlement/cases/")) {
            id = cases.decision(office);
        } else if (pattern.startsWith("/settlement")) {
            id = office.sheets()
                    .getOrDefault(
                            pattern.replaceFirst(".*/", ""), office.played().sheet());
        } else if (pattern.startsWith("/policies/drafts")) {
            id = drafts.before(pattern.replaceFirst(".*/", ""), office.county());
        } else if (pattern.startsWith("/policies")) {
            id = "panzhihua-hardship-2021";
        } else if (pattern.startsWith("/review") || pattern.startsWith("/visits")) {
            id = matters.of(pattern, office.played().persons().get(0));
        } else if (pattern.startsWith("/account/confirmations")) {
            id = office.proposal();
        } else if (pattern.endsWith("/invitation")) {
            id = office.actor(Membership.of(Role.CLERK, office.county()))
                    .user()
                    .id()
                    .value();
        } else {
            id = office.colleague().id().value();
        }
        return id.toString();
    }

    /** The roster that stands where the call finds it. */
    private static UUID roster(String pattern, Office office) {
        return switch (pattern.replaceFirst(".*/", "")) {
            case "submission", "wordings" -> office.checked();
            case "letter" -> office.returned();
            case "cancellation", "progress" -> office.reading();
            case "withdrawal" -> office.accepted();
            default -> office.submitted();
        };
    }

    private static String token(Handler handler, Office office, Actor actor) {
        if (handler.pattern().startsWith("/invitation")) {
            return office.link();
        }
        long token = handler.pattern().startsWith("/account") ? actor.token() : office.colleaguesToken();
        return Long.toString(token);
    }

    /** The request itself, without anybody who sends it. Browsers send forms, programs JSON, either of them files. */
    public AbstractMockHttpServletRequestBuilder<?> build(Handler handler, Map<String, String> values) {
        Object[] variables =
                handler.variables().keySet().stream().map(values::get).toArray();
        AbstractMockHttpServletRequestBuilder<?> built;
        if (handler.takes(MultipartFile.class)) {
            built = multipart(handler.pattern(), variables).file(file(handler, values.get("county")));
        } else {
            built = request(handler.method(), handler.pattern(), variables);
        }
        if (handler.isApi() && handler.method() == HttpMethod.POST && !handler.takes(MultipartFile.class)) {
            built.contentType(MediaType.APPLICATION_JSON).content(body(handler, values));
        } else {
            values.forEach(built::param);
        }
        if (!handler.header().isEmpty()) {
            built.header(handler.header(), "true");
        }
        if (!handler.produces().isEmpty()) {
            built.accept(handler.produces());
        }
        if (handler.isApi()) {
            built.queryParam("division", values.get("division")).queryParam("benefitYear", values.get("benefitYear"));
        }
        return built.with(csrf());
    }

    /** A roster; what the tax bureau sends; the first line of a returned list; no paper at all. */
    private MockMultipartFile file(Handler handler, String county) {
        Someone someone = Offices.someone(9, 9);
        String table = season.table(county, List.of(someone));
        if (handler.pattern().endsWith("/payments")) {
            table = "姓名,身份证号,代缴金额,缴费总额,缴费日期\n%s,%s,275,305,2020-10-09".formatted(someone.name(), someone.number());
        } else if (handler.pattern().startsWith("/visits")) {
            table = "编号,姓名,身份证号,村（居）,身份,核查日期,核查结果,备注\n1-1,,,,,2024-12-01,属实,";
        } else if (handler.pattern().startsWith("/review")) {
            table = "";
        }
        return new MockMultipartFile("file", "new.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Handler handler, Map<String, String> values) {
        if (handler.pattern().endsWith("/determine")) {
            return "{\"policy\": \"panzhihua-hardship-2021\", \"persons\": [{}]}";
        }
        if (handler.pattern().contains("/policies/")) {
            return PolicyTexts.resource("policies/610922/2021-enrolment.yaml");
        }
        return "{\"division\": \"%s\", \"benefitYear\": %s, \"fund\": \"%s\", \"reason\": \"%s\"}"
                .formatted(values.get("division"), values.get("benefitYear"), values.get("fund"), values.get("reason"));
    }
}
