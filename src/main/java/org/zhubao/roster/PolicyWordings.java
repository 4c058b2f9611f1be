package org.zhubao.roster;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.AgeLimits;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** The wordings that a policy text lists, of identities and of facts that a roster asserts (在校学生). */
final class PolicyWordings implements IdentityWordings {

    private static final Pattern SPACE = Pattern.compile("\\s");

    /** What a definition may ask for beside the age; all else would only make the same question many. */
    private static final Set<String> ASKED_FOR = Set.of("category", "grade", "certificate");

    private final Policy policy;
    private final NavigableSet<LocalDate> birthDates;
    private final Map<Aged, Boolean> keptOut = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> certifiers = new HashMap<>();
    private final Set<String> identities = new HashSet<>();
    private final Set<String> wordings = new LinkedHashSet<>();

    /** @param own codes by wordings that only this department uses; they go before those of the policy */
    PolicyWordings(Policy policy, Map<String, String> own) {
        this.policy = policy;
        this.birthDates = new TreeSet<>(policy.birthDateBreaks());
        codes.putAll(own);
        for (Identity identity : policy.identities()) {
            identities.add(identity.code());
            add(identity.code(), identity.certifier(), identity.wordings());
        }
        for (FactSpec fact : policy.facts()) {
            add(fact.code(), fact.certifier(), fact.wordings());
        }
    }

    private void add(String code, String certifier, List<String> written) {
        certifiers.put(code, certifier);
        wordings.addAll(written);
        written.forEach(wording -> codes.putIfAbsent(comparable(wording), code));
    }

    @Override
    public Optional<String> codeOf(String wording, Map<String, String> attributes) {
        // Most are written as the policy writes them
        String code = codes.get(wording);
        return Optional.ofNullable(code == null ? codes.get(comparable(wording)) : code);
    }

    @Override
    public Optional<String> certifierOf(String code) {
        return Optional.ofNullable(certifiers.get(code)).filter(certifier -> !certifier.isEmpty());
    }

    /** @param from the last day of birth on which anything changes, up to the person's */
    private record Aged(String identity, Map<String, String> attributes, @Nullable LocalDate from) {}

    @Override
    public boolean isKeptOutByAge(String code, Map<String, String> attributes, LocalDate born) {
        if (birthDates.isEmpty() || !identities.contains(code)) {
            return false;
        }
        Map<String, String> asked = Map.of();
        if (!attributes.isEmpty()) {
            asked = new HashMap<>(attributes);
            asked.keySet().retainAll(ASKED_FOR);
        }
        return keptOut.computeIfAbsent(new Aged(code, asked, birthDates.floor(born)), aged -> {
            Facts facts = new Facts(born, List.of(new Held(code, aged.attributes(), null)), Map.of());
            return AgeLimits.keptOut(policy, facts, policy.determine(facts)).contains(code);
        });
    }

    @Override
    public List<String> nearest(String wording, int limit) {
        String wanted = comparable(wording);
        return wordings.stream()
                .sorted(Comparator.comparing(
                        w -> LevenshteinDistance.getDefaultInstance().apply(wanted, comparable(w))))
                .limit(limit)
                .toList();
    }

    /** Width and white space make no difference. */
    static String comparable(String wording) {
        return SPACE.matcher(Normalizer.normalize(wording, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
