package org.zhubao.roster.excel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words that departments use for a few codes; the first code that fits counts. */
final class Vocabulary {

    static final Vocabulary HOUSEHOLD =
            new Vocabulary().word("urban", "非农.*|城.*|居民.*|市民.*").word("rural", "农.*|乡村.*");

    static final Vocabulary CERTIFICATE = new Vocabulary()
            .word("valid", "有效|正常|在用|持证|已持证|启用")
            .word("expired", ".*(过期|到期|失效|逾期).*")
            .word("frozen", ".*冻结.*")
            .word("cancelled", ".*注销.*")
            .word("moved", ".*(迁出|转出).*");

    private final Map<String, Pattern> words = new LinkedHashMap<>();

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
        String text = Text.compact(written);
        return words.entrySet().stream()
                .filter(word -> word.getValue().matcher(text).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
