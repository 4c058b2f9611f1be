package org.zhubao.roster.excel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhubao.division.Division;

/** Finds a county's townships by the names departments write: 白马镇, 白马镇人民政府, 米易县白马镇, 白马. */
final class Townships {

    private static final Pattern OFFICE = Pattern.compile("(人民政府|办事处|便民服务中心|社会事务办)$");
    private static final Pattern RANK = Pattern.compile("(?<=..)(\\p{IsHan}{1,3}族)?(街道|镇|乡)$");

    private final String county;
    private final Map<String, String> codes = new HashMap<>();

    Townships(Division county, List<Division> townships) {
        this.county = county.name();
        Set<String> ambiguous = new HashSet<>();
        for (Division township : townships) {
            String shortName = shortName(township.name());
            if (codes.put(shortName, township.code()) != null) {
                ambiguous.add(shortName);
            }
        }
        codes.keySet().removeAll(ambiguous);
        townships.forEach(township -> codes.put(township.name(), township.code()));
    }

    /** @return the division code, empty when no township of the county has this name */
    Optional<String> codeOf(String written) {
        String code = codes.get(written);
        return code != null || written.isEmpty() ? Optional.ofNullable(code) : variant(written);
    }

    private Optional<String> variant(String written) {
        String text = OFFICE.matcher(Text.compact(written)).replaceFirst("");
        int prefix = text.indexOf(county);
        String name = prefix < 0 ? text : text.substring(prefix + county.length());
        return Optional.ofNullable(codes.get(name)).or(() -> Optional.ofNullable(codes.get(shortName(name))));
    }

    private static String shortName(String name) {
        return RANK.matcher(name).replaceFirst("");
    }
}
