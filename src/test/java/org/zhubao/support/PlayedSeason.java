package org.zhubao.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.SeasonTable.Line;

/**
 * Plays the lines of a season's table in a county: lists that come, are given back or withdrawn, corrections and stated facts. People
 * go by the names in the table; who is born on a certain day has it behind a star: {@code 壬*2003-05-01}.
 */
public final class PlayedSeason {

    private static final Map<String, List<String>> STATUSES = Map.of(
            "employee", List.of("职工医保", "本地", "在职参保"),
            "elsewhere", List.of("居民医保", "外省", "异地参保"),
            "serving", List.of("", "", "服兵役"),
            "declined", List.of("", "", "自愿放弃"));

    private final CountySeason season;
    private final OnRecord onRecord;
    private final Map<String, Listed> cast = new HashMap<>();
    private UUID last = new UUID(0, 0);

    public PlayedSeason(CountySeason season, OnRecord onRecord) {
        this.season = season;
        this.onRecord = onRecord;
    }

    /** Does what the line's column {@code what} says: the code of a kind of list, or one of the words below. */
    public void take(Line line) {
        switch (line.cell("what")) {
            case "withdraw" -> season.withdraw(last);
            case "removals given back" -> {
                RosterKind kind = RosterKind.REMOVALS;
                season.giveBack(season.submitted(office(line, kind), kind, listed(line)), "out of time");
            }
            case "number" -> line.words("people").forEach(this::correctNumber);
            case "state" ->
                line.words("people").forEach(said -> onRecord.state(season, named(said.get(0)), said.get(1)));
            case "name" -> line.words("people").forEach(this::correctName);
            default -> accept(line, RosterKind.ofCode(line.cell("what")).orElseThrow());
        }
    }

    /** The name as it stands in the table, without the day of birth. */
    public static String name(String said) {
        return said.split("\\*")[0];
    }

    private void accept(Line line, RosterKind kind) {
        last = season.accepted(office(line, kind), kind, workbook(line, kind));
    }

    /** The office whose list it is: where only one sends such lists that one, else the line's. */
    public static Department office(Line line, RosterKind kind) {
        return kind.sender()
                .orElseGet(() -> Department.ofCode(line.cell("office")).orElseThrow());
    }

    /** The list that the line tells, as a file. */
    public byte[] workbook(Line line, RosterKind kind) {
        return switch (kind) {
            case DEATHS -> RosterWorkbook.deaths(onTheirDays(line));
            case MOVES -> RosterWorkbook.moves(onTheirDays(line), "西区");
            case STUDENTS -> students(line);
            case PAYMENTS -> payments(line);
            case ENROLMENT_STATUS -> statuses(line);
            default -> RosterWorkbook.of(listed(line));
        };
    }

    /** Name, identity and the day of recognition, where the list gives one. */
    private Listed[] listed(Line line) {
        return line.words("people").stream().map(this::listed).toArray(Listed[]::new);
    }

    private Listed listed(List<String> said) {
        Listed person =
                named(said.get(0)).as(said.get(1)).recognised(said.size() > 2 ? LocalDate.parse(said.get(2)) : null);
        return said.get(1).contains("残疾")
                ? person.disabled("肢体", said.get(1).matches("重度.*|一级.*") ? "一级" : "三级")
                : person;
    }

    private Listed named(String said) {
        String[] parts = said.split("\\*");
        return cast.computeIfAbsent(
                parts[0],
                name -> (parts.length > 1 ? season.born(LocalDate.parse(parts[1])) : season.person()).called(name));
    }

    private Map<Listed, LocalDate> onTheirDays(Line line) {
        Map<Listed, LocalDate> days = new LinkedHashMap<>();
        line.words("people").forEach(said -> days.put(named(said.get(0)), LocalDate.parse(said.get(1))));
        return days;
    }

    private byte[] students(Line line) {
        return RosterWorkbook.of(
                List.of("姓名", "身份证号码", "学校"),
                line.words("people").stream()
                        .map(said -> named(said.get(0)))
                        .map(person -> List.of(person.name(), person.number(), "第一中学"))
                        .toList());
    }

    /** Name, yuan paid for the person + yuan the person paid, day, and the tier where there are several. */
    private byte[] payments(Line line) {
        return RosterWorkbook.of(
                List.of("姓名", "身份证号码", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期", "参保档次"),
                line.words("people").stream().map(this::payment).toList());
    }

    private List<String> payment(List<String> said) {
        Listed person = named(said.get(0));
        String[] yuan = said.get(1).split("\\+");
        return List.of(
                person.name(),
                person.number(),
                yuan[0],
                yuan[1],
                Yuan.of(Yuan.fen(yuan[0]) + Yuan.fen(yuan[1])),
                said.get(2),
                said.size() > 3 ? said.get(3) : "");
    }

    private byte[] statuses(Line line) {
        return RosterWorkbook.of(
                List.of("姓名", "身份证号码", "参保类型", "参保所属区划", "参保状态"),
                line.words("people").stream()
                        .map(said -> {
                            Listed person = named(said.get(0));
                            List<String> status = STATUSES.get(said.get(1));
                            return List.of(person.name(), person.number(), status.get(0), status.get(1), status.get(2));
                        })
                        .toList());
    }

    /** The number turns out to be another one, of somebody born on that day. */
    private void correctNumber(List<String> said) {
        Listed wrong = named(said.get(0));
        Listed right = season.born(LocalDate.parse(said.get(1))).called(wrong.name());
        onRecord.renumber(season, wrong, right);
        cast.put(said.get(0), right);
    }

    private void correctName(List<String> said) {
        Listed wrong = named(said.get(0));
        onRecord.rename(season, wrong, said.get(1));
        cast.put(said.get(0), wrong.called(said.get(1)));
    }
}
