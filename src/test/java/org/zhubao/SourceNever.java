package org.zhubao;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What no source file ever holds, each with a breach that the rule must catch. */
enum SourceNever {
    DOUBLE_OR_FLOAT("main/java/(?!.*/excel/).*\\.java", code("\\b(double|float|Double|Float)\\b"), "double premium;"),
    MORE_THAN_300_LINES(
            "(main|test)/.*\\.(java|html|css|js|sql)", text -> text.lines().count() > 300, "line\n".repeat(301)),
    WILDCARD_IMPORT("(main|test)/.*\\.java", text("^import .*\\*;"), "import java.util.*;"),
    LOMBOK_OR_MAPSTRUCT("(main|test)/.*\\.java", text("^import (lombok|org\\.mapstruct)\\."), "import lombok.Data;"),
    DISABLED_WITHOUT_A_REASON_AND_AN_END(
            "test/.*\\.java",
            text("^\\s*@Disabled\\b(?!\\(\"[^\"]{10,} until \\d{4}-\\d\\d-\\d\\d\"\\))"),
            "@Disabled(\"flaky\")"),
    SCHEMA_MADE_BY_THE_ORM(
            "(main|test)/.*\\.(ya?ml|properties|java)",
            text("ddl-auto[\"']?\\s*[:=]\\s*[\"']?(?!validate)\\w"),
            "ddl-auto: update"),
    OPEN_SESSION_IN_VIEW(
            "(main|test)/.*\\.(ya?ml|properties|java)", text("open-in-view\\s*[:=]\\s*true"), "open-in-view: true"),
    IDENTITY_NUMBER_IN_AN_ADDRESS("main/.*\\.(java|html|js)", text("[{?&]idNumber[}=]"), "/people/{idNumber}"),
    RECORD_THAT_PRINTS_AN_IDENTITY_NUMBER(
            "main/java/.*\\.java",
            text("record \\w+\\([^)]*String \\w*[iI]dNumber\\b")
                    .and(text("String toString\\(\\)").negate()),
            "record Line(int sequence, String idNumber) {}");

    private final Pattern files;
    private final Predicate<String> breached;
    final String breach;

    SourceNever(String files, Predicate<String> breached, String breach) {
        this.files = Pattern.compile(files);
        this.breached = breached;
        this.breach = breach;
    }

    /** @param path below {@code src}, with slashes */
    boolean looksAt(String path) {
        return files.matcher(path).matches() && !path.endsWith("/SourceNever.java");
    }

    boolean isBreachedBy(String text) {
        return breached.test(text);
    }

    private static Predicate<String> text(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE).asPredicate();
    }

    /** As {@link #text}, but what comments say does not count. */
    private static Predicate<String> code(String regex) {
        Pattern comments = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
        Predicate<String> found = text(regex);
        return source -> found.test(comments.matcher(source).replaceAll(""));
    }
}
