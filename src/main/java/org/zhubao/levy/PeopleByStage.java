package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;

/** How many people of a county stand where in a season, and who they are; both by the same statement. Reads only. */
@Repository
@Transactional(readOnly = true)
public class PeopleByStage {

    /** Whom another county has on record lives where this county's lists say. */
    private static final String TOWNSHIP =
            "case when p.county = :county then p.township else listed_township(p.region, p.id, :county) end";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    PeopleByStage(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Somebody of a list. @param township its name; empty where it is not known */
    public record Line(UUID personId, String name, IdNumber number, String township, String village) {}

    /** When this month began, at the office. */
    public Instant since() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return today.withDayOfMonth(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /**
     * @param run the newest finished one; null where there is none
     * @return for each of {@code stages} the number of people by code of their township; empty where it is not known
     */
    public Map<Stage, Map<String, Integer>> count(Workplace workplace, @Nullable UUID run, Set<Stage> stages) {
        Map<Stage, Map<String, Integer>> counted = new EnumMap<>(Stage.class);
        stages.forEach(stage -> counted.put(stage, new HashMap<>()));
        String columns = stages.stream()
                .map(stage -> "count(*) filter (where %s) as %s".formatted(stage.condition(), stage.name()))
                .collect(Collectors.joining(", "));
        inMemory();
        jdbc.sql(
                        """
                        %s select coalesce(%s, '') as code, %s
                        from known join person p on p.region = :region and p.id = known.person_id
                        group by 1
                        """
                                .formatted(Stage.known(stages), TOWNSHIP, columns))
                .params(parameters(workplace, run))
                .query(row -> {
                    for (Stage stage : stages) {
                        counted.get(stage).put(row.getString("code"), row.getInt(stage.name()));
                    }
                });
        return counted;
    }

    /** By township and name. @param township code of the only one; null for all */
    public List<Line> lines(
            Workplace workplace, @Nullable UUID run, Stage stage, @Nullable String township, long offset, int limit) {
        inMemory();
        return jdbc.sql(
                        """
                        %s select p.id, p.name, p.number_cipher, coalesce(t.name, '') as township_name,
                            case when p.county = :county then p.village else '' end as village
                        from known join person p on p.region = :region and p.id = known.person_id
                        cross join lateral (select %s as township) h
                        left join division t on t.code = h.township
                        where %s and (:township::text is null or h.township = :township)
                        order by h.township nulls last, p.comparable_name, p.id offset :offset limit :limit
                        """
                                .formatted(Stage.known(Set.of(stage)), TOWNSHIP, stage.condition()))
                .params(parameters(workplace, run))
                .param("township", township)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")),
                        row.getString("township_name"),
                        row.getString("village")))
                .list();
    }

    /** A county's people are put together in memory; the usual four megabytes would send them to disk and back. */
    private void inMemory() {
        jdbc.sql("select set_config('work_mem', '64MB', true)").query(row -> {});
    }

    private Map<String, Object> parameters(Workplace workplace, @Nullable UUID run) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("region", workplace.county().region());
        parameters.put("county", workplace.county().code());
        parameters.put("year", workplace.benefitYear());
        parameters.put("run", run);
        parameters.put("since", Timestamp.from(since()));
        return parameters;
    }
}
