package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Ruling;
import org.zhubao.rules.SourceDocument;

/** Reads what a policy rests on: documents, the clauses quoted from them, and rulings. */
final class SourcesReader {

    private final Function<String, Optional<String>> notices;
    private final Map<String, @Nullable String> texts = new HashMap<>();

    /** @param notices the stored text of a notice, by its name */
    SourcesReader(Function<String, Optional<String>> notices) {
        this.notices = notices;
    }

    List<SourceDocument> documents(Item section) {
        List<SourceDocument> documents = new ArrayList<>();
        section.fields().each((id, item) -> {
            try (Fields fields = item.fields()) {
                String title = fields.get("title").text();
                String number = fields.get("number").text();
                Item text = fields.optional("text");
                documents.add(new SourceDocument(id, title, number, text.isThere() ? text.text() : ""));
                texts.put(id, text.isThere() ? stored(text) : null);
            }
        });
        return documents;
    }

    private @Nullable String stored(Item name) {
        Optional<String> text = notices.apply(name.text());
        if (text.isEmpty()) {
            name.problem("no-such-notice", name.text());
        }
        return text.map(SourcesReader::withoutSpace).orElse(null);
    }

    List<Clause> clauses(Item section) {
        List<Clause> clauses = new ArrayList<>();
        section.fields().each((id, item) -> {
            try (Fields fields = item.fields()) {
                Item document = fields.get("document");
                String article = fields.get("article").text();
                Item quote = fields.get("quote");
                if (document.isThere() && !texts.containsKey(document.text())) {
                    document.problem("no-such-document", document.text(), String.join(", ", texts.keySet()));
                }
                String text = texts.get(document.isThere() ? document.text() : "");
                if (quote.isThere() && text != null && !text.contains(withoutSpace(quote.text()))) {
                    quote.problem("quote-not-found", document.text());
                    quote.reading().pend(id);
                }
                clauses.add(new Clause(id, document.text(), article, quote.text()));
            }
        });
        return clauses;
    }

    List<Ruling> rulings(Item section) {
        List<Ruling> rulings = new ArrayList<>();
        if (section.isThere()) {
            section.fields().each((id, item) -> {
                try (Fields fields = item.fields()) {
                    rulings.add(new Ruling(
                            id,
                            fields.get("silent").text(),
                            fields.get("decided").text(),
                            fields.get("by").text(),
                            fields.get("on").date(),
                            fields.get("because").text()));
                }
            });
        }
        return rulings;
    }

    /** Stored notices are broken into lines and spaced as they were printed. */
    private static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }
}
