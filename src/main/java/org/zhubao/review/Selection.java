package org.zhubao.review;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.account.Workplace;

/**
 * Whom a decision is about: a group of open items, perhaps of one township, a single item, or a person without any.
 * What is null does not narrow it; a person stands alone.
 */
public record Selection(
        @Nullable ItemKind kind,
        @Nullable String pattern,
        @Nullable String township,
        @Nullable UUID item,
        @Nullable UUID person) {

    /** A common table expression {@code selected}: person_id, item_id, and the item's own columns where there is one. */
    static final String SQL =
            """
            selected as (
                select i.person_id, i.id as item_id, i.township, i.kind, i.pattern, i.department, i.subsidy_fen, i.detail,
                    i.known_from
                from open_review_item i
                where :person::uuid is null and i.region = :region and i.county = :county and i.benefit_year = :year
                    and (:item::uuid is null or i.id = :item)
                    and (:kind::text is null or i.kind = :kind)
                    and (:pattern::text is null or i.pattern = :pattern)
                    and (:township::text is null or i.township = :township)
                union all
                select p.id, null, case when p.county = :county then p.township
                        else listed_township(p.region, p.id, :county) end, null, '', null, 0, '', null
                from person p where p.region = :region and p.id = :person
            )
            """;

    public static Selection group(ItemKind kind, String pattern, @Nullable String township) {
        return new Selection(kind, pattern, township, null, null);
    }

    /** Every open item; of one kind when it is given. */
    public static Selection all(@Nullable ItemKind kind) {
        return new Selection(kind, null, null, null, null);
    }

    public static Selection item(UUID item) {
        return new Selection(null, null, null, item, null);
    }

    public static Selection person(UUID person) {
        return new Selection(null, null, null, null, person);
    }

    Map<String, Object> parameters(Workplace workplace) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("region", workplace.county().region());
        parameters.put("county", workplace.county().code());
        parameters.put("year", workplace.benefitYear());
        parameters.put("kind", kind == null ? null : kind.name());
        parameters.put("pattern", pattern);
        parameters.put("township", township);
        parameters.put("item", item);
        parameters.put("person", person);
        return parameters;
    }
}
