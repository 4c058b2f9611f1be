package org.zhubao.roster;

import static org.zhubao.roster.Column.CERTIFICATE_EXPIRES;
import static org.zhubao.roster.Column.CERTIFICATE_NUMBER;
import static org.zhubao.roster.Column.CERTIFICATE_STATUS;
import static org.zhubao.roster.Column.CLASS;
import static org.zhubao.roster.Column.DIED_ON;
import static org.zhubao.roster.Column.DISABILITY_CATEGORY;
import static org.zhubao.roster.Column.DISABILITY_GRADE;
import static org.zhubao.roster.Column.ENDED_ON;
import static org.zhubao.roster.Column.ENROLLED_AT;
import static org.zhubao.roster.Column.ENROLMENT_STATE;
import static org.zhubao.roster.Column.HOUSEHOLD;
import static org.zhubao.roster.Column.IDENTITY;
import static org.zhubao.roster.Column.ID_NUMBER;
import static org.zhubao.roster.Column.INSURANCE;
import static org.zhubao.roster.Column.MOVED_FROM;
import static org.zhubao.roster.Column.MOVED_ON;
import static org.zhubao.roster.Column.MOVED_TO;
import static org.zhubao.roster.Column.NAME;
import static org.zhubao.roster.Column.OWN_PAYMENT;
import static org.zhubao.roster.Column.PAID_AS;
import static org.zhubao.roster.Column.PAID_ON;
import static org.zhubao.roster.Column.PAYMENT_BATCH;
import static org.zhubao.roster.Column.RECOGNISED_ON;
import static org.zhubao.roster.Column.REFUSED_BECAUSE;
import static org.zhubao.roster.Column.REMARK;
import static org.zhubao.roster.Column.SCHOOL;
import static org.zhubao.roster.Column.SEQUENCE;
import static org.zhubao.roster.Column.SUBSIDISED;
import static org.zhubao.roster.Column.TIER;
import static org.zhubao.roster.Column.TOTAL_PAID;
import static org.zhubao.roster.Column.TOWNSHIP;
import static org.zhubao.roster.Column.VILLAGE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.RosterTemplate.TemplateColumn;
import org.zhubao.rules.Identity;
import org.zhubao.site.Refusal;

/** Makes the template of a list: its columns, and what may be chosen in them by this county's notice. */
@Service
public class RosterTemplates {

    private static final int DIGEST_SHOWN = 12;
    private static final List<Column> PLACE = List.of(SEQUENCE, TOWNSHIP, VILLAGE, NAME, ID_NUMBER);
    private static final List<Column> DISABILITY =
            List.of(CERTIFICATE_NUMBER, DISABILITY_CATEGORY, DISABILITY_GRADE, CERTIFICATE_STATUS, CERTIFICATE_EXPIRES);
    private static final Map<RosterKind, List<Column>> COLUMNS = new EnumMap<>(Map.of(
            RosterKind.FULL, List.of(IDENTITY, RECOGNISED_ON, HOUSEHOLD),
            RosterKind.ADDITIONS, List.of(IDENTITY, RECOGNISED_ON, HOUSEHOLD),
            RosterKind.REMOVALS, List.of(IDENTITY, ENDED_ON),
            RosterKind.STUDENTS, List.of(SCHOOL, CLASS),
            RosterKind.DEATHS, List.of(DIED_ON),
            RosterKind.MOVES, List.of(MOVED_FROM, MOVED_TO, MOVED_ON),
            RosterKind.PAYMENTS,
                    List.of(PAID_AS, TIER, SUBSIDISED, OWN_PAYMENT, TOTAL_PAID, PAID_ON, PAYMENT_BATCH, ENROLLED_AT),
            RosterKind.ENROLMENT_STATUS, List.of(INSURANCE, ENROLLED_AT, ENROLMENT_STATE),
            RosterKind.MARK_REFUSALS, List.of(REFUSED_BECAUSE)));

    private final PolicyCatalog policies;
    private final Divisions divisions;
    private final MessageSource messages;

    RosterTemplates(PolicyCatalog policies, Divisions divisions, MessageSource messages) {
        this.policies = policies;
        this.divisions = divisions;
        this.messages = messages;
    }

    /** @throws Refusal when no policy of that county and year is published */
    public RosterTemplate of(Division county, int benefitYear, Department department, RosterKind kind, Locale locale) {
        PublishedPolicy policy = policies.find(county.code(), benefitYear)
                .orElseThrow(() -> new Refusal("roster.no-policy", county.name(), String.valueOf(benefitYear)));
        Map<Column, List<String>> choices = choices(county, policy, department);
        List<TemplateColumn> columns = columns(department, kind).stream()
                .map(column -> new TemplateColumn(
                        column,
                        kind.requiredColumns().contains(column) ? say(locale, "roster.template.required") : "",
                        say(locale, "roster.template.hint." + column.code()),
                        example(column, county, benefitYear, choices.getOrDefault(column, List.of())),
                        choices.getOrDefault(column, List.of())))
                .toList();
        return new RosterTemplate(
                say(
                        locale,
                        "roster.template.title",
                        county.name(),
                        String.valueOf(benefitYear),
                        say(locale, department.messageKey()),
                        say(locale, "roster.kind." + kind.code())),
                List.of(
                        say(locale, "roster.template.note.rows"),
                        say(locale, "roster.template.note.numbers"),
                        say(locale, "roster.template.note." + (kind == RosterKind.FULL ? "full" : "part")),
                        say(
                                locale,
                                "roster.template.version",
                                policy.policy().title(),
                                policy.digest().substring(0, DIGEST_SHOWN))),
                columns);
    }

    private static List<Column> columns(Department department, RosterKind kind) {
        List<Column> columns = new ArrayList<>(PLACE);
        columns.addAll(COLUMNS.get(kind));
        if (department == Department.DISABLED_FEDERATION && kind.needsIdentity()) {
            columns.addAll(DISABILITY);
        }
        columns.add(REMARK);
        return columns;
    }

    private Map<Column, List<String>> choices(Division county, PublishedPolicy policy, Department department) {
        Map<Column, List<String>> choices = new EnumMap<>(Column.class);
        choices.put(
                TOWNSHIP,
                divisions.townships(county.code()).stream().map(Division::name).toList());
        choices.put(
                IDENTITY,
                policy.policy().identities().stream()
                        .filter(identity -> identity.certifier().equals(department.code()))
                        .map(Identity::wordings)
                        .filter(wordings -> !wordings.isEmpty())
                        .map(wordings -> wordings.get(0))
                        .toList());
        choices.put(HOUSEHOLD, List.of("农村", "城镇"));
        choices.put(DISABILITY_CATEGORY, List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重"));
        choices.put(DISABILITY_GRADE, List.of("一级", "二级", "三级", "四级"));
        choices.put(TIER, policy.policy().provisions().premium().tiers());
        choices.put(INSURANCE, List.of("居民医保", "职工医保"));
        choices.put(ENROLMENT_STATE, List.of("正常参保", "异地参保", "死亡", "服役", "出国（境）", "自愿不参保"));
        choices.put(CERTIFICATE_STATUS, List.of("有效", "过期", "冻结", "注销"));
        return choices;
    }

    /** Nobody's data: the number is of the right form, of the county, and was never given to anybody. */
    private static String example(Column column, Division county, int benefitYear, List<String> choices) {
        if (!choices.isEmpty()) {
            return choices.get(0);
        }
        String digits = county.code() + "19000101000";
        return switch (column) {
            case SEQUENCE -> "1";
            case NAME -> "某某";
            case ID_NUMBER -> digits + IdNumber.checkCharacter(digits);
            case RECOGNISED_ON, ENDED_ON, DIED_ON, MOVED_ON, PAID_ON -> benefitYear - 1 + "-08-18";
            case CERTIFICATE_EXPIRES -> benefitYear + 5 + "-12-31";
            case SUBSIDISED, TOTAL_PAID -> "280.00";
            case OWN_PAYMENT -> "0.00";
            case ENROLLED_AT -> county.name();
            default -> "";
        };
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
