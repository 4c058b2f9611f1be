package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.support.TemplateProblems;

/** Templates hold structure only: no words, no style, no script, no markup from data, no form without its token. */
class TemplateTests {

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdsStructureOnly(Path template) throws IOException {
        assertThat(TemplateProblems.in(Files.readString(template))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>保存</p>",
                "<p>Save</p>",
                "<input placeholder='Name'>",
                "<img alt='Seal' src='/x.svg'>",
                "<p style='color:red' th:text='#{a.b}'></p>",
                "<style>p{color:red}</style>",
                "<script>alert(1)</script>",
                "<button onclick='go()' th:text='#{a.b}'></button>",
                "<p th:style='|width:${w}%|'></p>",
                "<p th:utext='${x}'></p>",
                "<p>[(${x})]</p>",
                "<p th:text=\"'Saved by ' + ${x}\"></p>",
                "<form action='/x' method='post'></form>",
                "<form method='post'></form>",
                "<a href='/rosters' th:text='#{a.b}'></a>",
                "<script src='https://cdn.example/x.js'></script>",
            })
    void eachBreachIsSeen(String breach) {
        assertThat(TemplateProblems.in(breach)).isNotEmpty();
    }

    @Test
    void ordinaryMarkupIsLeftAlone() {
        assertThat(
                        TemplateProblems.in(
                                """
                                <!-- a word to the reader --><!--/* and another */-->
                                <form th:action="@{/x}" method="post"><button name="to" value="en" th:text="#{a.b}"></button></form>
                                <p>[[#{a.b}]] · [[${x}]]</p><td th:text="${a ? 'yes' : 'no'} ?: '—'"></td><meta charset="utf-8">
                                <a th:href="@{/rosters}" class="btn" th:text="#{a.b}"></a><a href="#content">1</a>
                                """))
                .isEmpty();
    }
}
