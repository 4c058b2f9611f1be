package org.zhubao.roster.excel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The words that departments use for a few codes; the first code that fits counts. */
final class Vocabulary {

    private static final int MOST_REMEMBERED = 1000;

    static final Vocabulary HOUSEHOLD =
            new Vocabulary().word("urban", "非农.*|城.*|居民.*|市民.*").word("rural", "农.*|乡村.*");

    static final Vocabulary CERTIFICATE = new Vocabulary()
            .word("valid", "有效|正常|在用|持证|已持证|启用")
            .word("expired", ".*(过期|到期|失效|逾期).*")
            .word("frozen", ".*冻结.*")
            .word("cancelled", ".*注销.*")
            .word("moved", ".*(迁出|转出).*");

    static final Vocabulary INSURANCE =
            new Vocabulary().word("employee", ".*(职工|公务员).*").word("resident", ".*(居民|新农合|合作医疗).*");
    /** Why somebody is not insured here goes before that somebody is. */
    static final Vocabulary ENROLMENT = new Vocabulary()
            .word("dead", ".*(死亡|去世|身故|亡故).*")
            .word("serving", ".*(服役|参军|入伍|现役|服兵役).*")
            .word("abroad", ".*(出国|出境|境外|国外|定居国).*")
            .word("declined", ".*(自愿|拒绝|不愿|放弃|不参保).*")
            .word("elsewhere", ".*(异地|外地|市外|省外|县外|区外).*")
            .word("normal", ".*(正常|在职|退休|已参保|参保缴费|在保).*|参保");

    private final Map<String, Pattern> words = new LinkedHashMap<>();
    /** A column holds the same few words a hundred thousand times. */
    private final Map<String, Optional<String>> remembered = new ConcurrentHashMap<>();

    private Vocabulary() {}

    private Vocabulary word(String code, String pattern) {
        words.put(code, Pattern.compile(pattern));
        return this;
    }

    /** @return the code, empty when nothing or an unknown word is written */
    Optional<String> codeOf(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> known = remembered.get(written);
        if (known != null) {
            return known;
        }
        Optional<String> code = lookedUp(Text.compact(written));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(written, code);
        }
        return code;
    }

    private Optional<String> lookedUp(String text) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().matcher(text).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
