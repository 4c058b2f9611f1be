package org.zhubao.roster.excel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Whose file it is, by its title, its identities and its places. It is refused when it is clearly somebody else's. */
final class Origin {

    /** How each department is named in titles and unit lines. */
    private static final Map<Department, Pattern> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Department.CIVIL_AFFAIRS, Pattern.compile("民政")),
            Map.entry(Department.POVERTY_ALLEVIATION, Pattern.compile("扶贫|乡村振兴|农业农村")),
            Map.entry(Department.DISABLED_FEDERATION, Pattern.compile("残疾人联合会|残联")),
            Map.entry(Department.VETERANS_AFFAIRS, Pattern.compile("退役军人")),
            Map.entry(Department.HEALTH, Pattern.compile("卫生健康|卫健|卫计|计生")),
            Map.entry(Department.EDUCATION, Pattern.compile("教育|教体")),
            Map.entry(Department.ETHNIC_AFFAIRS, Pattern.compile("民族事务|民族宗教|民宗|民委")),
            Map.entry(Department.TRADE_UNION, Pattern.compile("总工会")),
            Map.entry(Department.HUMAN_RESOURCES, Pattern.compile("人力资源|人社")),
            Map.entry(Department.WOMENS_FEDERATION, Pattern.compile("妇女联合会|妇联")),
            Map.entry(Department.PUBLIC_SECURITY, Pattern.compile("公安")),
            Map.entry(Department.RESETTLEMENT, Pattern.compile("移民"))));

    private static final int MOST_REMEMBERED = 1000;

    private final RosterExpectation expected;
    private final String title;
    private final Map<Division, Pattern> otherCounties = new LinkedHashMap<>();
    /** A column holds the same few places a hundred thousand times. */
    private final Map<String, Optional<Division>> places = new HashMap<>();

    private final Map<String, Integer> identities = new HashMap<>();
    private int rows;
    private int elsewhere;
    private Optional<Division> other = Optional.empty();

    Origin(RosterExpectation expected, String title) {
        this.expected = expected;
        this.title = title;
        expected.otherCounties().forEach(county -> otherCounties.put(county, naming(county)));
    }

    /** @throws RosterFileRefused when the title names another county and not this one */
    void refuseOtherCountyTitle() {
        if (!title.contains(shortName(expected.county()))) {
            named(title).ifPresent(this::refuse);
        }
    }

    void count(CheckedRow row, String countyCell) {
        rows++;
        if (row.identity() != null) {
            identities.merge(row.identity(), 1, Integer::sum);
        }
        elsewhere(row.township(), countyCell + row.townshipName()).ifPresent(county -> {
            elsewhere++;
            other = Optional.of(county);
        });
    }

    /**
     * The other county that a row names.
     *
     * @param township null where it is none of this county's
     * @param place as written
     */
    Optional<Division> elsewhere(@Nullable String township, String place) {
        if (township != null
                || place.isEmpty()
                || place.contains(expected.county().name())) {
            return Optional.empty();
        }
        Optional<Division> known = places.get(place);
        if (known != null) {
            return known;
        }
        Optional<Division> found = named(place);
        if (places.size() < MOST_REMEMBERED) {
            places.put(place, found);
        }
        return found;
    }

    /** @throws RosterFileRefused when most rows are another county's or another department's */
    void refuseForeignRows() {
        if (elsewhere * 2 > rows) {
            other.ifPresent(this::refuse);
        }
        if (expected.kind().tellsDepartment() && !isNamed(expected.department())) {
            owner().filter(owner -> owner != expected.department()).ifPresent(owner -> {
                throw new RosterFileRefused(Reason.WRONG_DEPARTMENT, owner.messageKey());
            });
        }
    }

    /** The department that certifies most of the rows; where no identity is known, the one the title names. */
    private Optional<Department> owner() {
        Map<Department, Integer> certified = new EnumMap<>(Department.class);
        identities.forEach((identity, rows) -> expected.wordings()
                .certifierOf(identity)
                .flatMap(Department::ofCode)
                .ifPresent(department -> certified.merge(department, rows, Integer::sum)));
        return certified.isEmpty()
                ? NAMES.keySet().stream().filter(this::isNamed).findFirst()
                : certified.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
    }

    private boolean isNamed(Department department) {
        return department.certifies() && NAMES.get(department).matcher(title).find();
    }

    private Optional<Division> named(String text) {
        return otherCounties.entrySet().stream()
                .filter(county -> county.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** 东区 names a county in 攀枝花市东区, but not in 城东区域. */
    private static Pattern naming(Division county) {
        return Pattern.compile("(^|[^\\p{IsHan}]|[省市州县区])" + Pattern.quote(county.name()));
    }

    private static String shortName(Division county) {
        return county.name().length() > 2
                ? county.name().substring(0, county.name().length() - 1)
                : county.name();
    }

    private void refuse(Division county) {
        throw new RosterFileRefused(
                Reason.OTHER_COUNTY, county.name(), expected.county().name());
    }
}
