package org.zhubao.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** What a template must not hold, found by reading it as the template engine does. */
public final class TemplateProblems extends AbstractSimpleMarkupHandler {

    private static final Pattern WORD = Pattern.compile("\\p{L}");
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    /** Two words or a Han character are for reading; codes and patterns of dates are not. */
    private static final Pattern SPOKEN = Pattern.compile("\\p{L}+ \\p{L}+|\\p{IsHan}");

    private static final Pattern DATE_PATTERN = Pattern.compile("[yMdHms .:-]+");

    private static final Set<String> READ_ALOUD = Set.of("placeholder", "title", "alt", "aria-label", "label");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action");

    private final List<String> problems = new ArrayList<>();

    private TemplateProblems() {}

    /** @return one line for each problem, with its place */
    public static List<String> in(String template) {
        TemplateProblems problems = new TemplateProblems();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, problems);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return problems.problems;
    }

    @Override
    public void handleOpenElement(String element, Map<String, String> attributes, int line, int column) {
        open(element, attributes == null ? Map.of() : attributes, line);
    }

    @Override
    public void handleStandaloneElement(
            String element, Map<String, String> attributes, boolean minimized, int line, int column) {
        open(element, attributes == null ? Map.of() : attributes, line);
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        String text = new String(buffer, offset, length);
        if (text.contains("[(")) {
            add(line, "unescaped", text);
        } else if (WORD.matcher(INLINED.matcher(text).replaceAll("")).find()) {
            add(line, "literal text", text);
        }
    }

    private void open(String element, Map<String, String> attributes, int line) {
        if (element.equals("style") || element.equals("script") && !isLoaded(attributes)) {
            add(line, "inline", element);
        }
        if (element.equals("form")
                && "post".equalsIgnoreCase(attributes.get("method"))
                && !attributes.containsKey("th:action")) {
            add(line, "form without th:action", String.valueOf(attributes.get("action")));
            return;
        }
        attributes.forEach((name, value) -> attribute(name, value == null ? "" : value, line));
    }

    private static boolean isLoaded(Map<String, String> attributes) {
        return attributes.containsKey("th:src") || attributes.containsKey("src");
    }

    private void attribute(String name, String value, int line) {
        String plain = name.startsWith("th:") ? name.substring(3) : name;
        if (plain.equals("style") || plain.startsWith("on")) {
            add(line, "inline", name);
        } else if (plain.equals("utext")) {
            add(line, "unescaped", name);
        } else if (name.startsWith("th:") && isSpoken(value)) {
            add(line, "literal text", value);
        } else if (READ_ALOUD.contains(name) && WORD.matcher(value).find()) {
            add(line, "literal text", value);
        } else if (ADDRESSES.contains(name) && !value.startsWith("#")) {
            add(line, "address without @{…}", value);
        }
    }

    private static boolean isSpoken(String expression) {
        return QUOTED.matcher(expression)
                .results()
                .map(r -> r.group(1))
                .anyMatch(text -> SPOKEN.matcher(text).find()
                        && !DATE_PATTERN.matcher(text).matches());
    }

    private void add(int line, String problem, String what) {
        problems.add("line " + line + ": " + problem + ": " + what.strip());
    }
}
