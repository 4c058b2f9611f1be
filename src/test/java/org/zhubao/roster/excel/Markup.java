package org.zhubao.roster.excel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change in the markup of a part that leaves it looking like XML, as a program with other ideas would write it.
 *
 * @param place which tag, counted round and round
 * @param text what comes in
 */
record Markup(Kind kind, int place, String text) {

    /** What is done with the tag. */
    enum Kind {
        DROPPED,
        DOUBLED,
        SWAPPED_WITH_NEXT,
        FOLLOWED,
        VALUE_CHANGED,
        NAME_CHANGED,
        NESTED
    }

    private static final Pattern PIECE = Pattern.compile("<[^>]*>|[^<]+");
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"");
    private static final int DEEP = 300;
    private static final String[] TEXTS = {
        "",
        "0",
        "-1",
        "s",
        "b",
        "e",
        "str",
        "inlineStr",
        "n",
        "d",
        "A0",
        "XFD1048576",
        "A2147483648",
        "2147483647",
        "99999999999999999999",
        "1E308",
        "1E-400",
        "1E999999999",
        "NaN",
        "<v>7</v>",
        "<f ref=\"A1:XFD1048576\" t=\"shared\" si=\"0\">A1</f>",
        "<f t=\"shared\" si=\"9\"/>",
        "<c/>",
        "<row r=\"1048577\"/>",
        "<row r=\"3\" hidden=\"1\">",
        "<si><r><t>a</t></r></si>",
        "<!-- -->",
        "<![CDATA[<c>]]>",
        "<?pi?>",
        "&#0;",
        "&amp;",
        "&e;",
        "&#x10FFFF;",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///dev/zero\">]>",
        "../../x",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    };

    static Arbitrary<Markup> any() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.oneOf(
                                Arbitraries.of(TEXTS), Arbitraries.strings().ofMaxLength(12)))
                .as(Markup::new);
    }

    static byte[] all(List<Markup> changes, byte[] part) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(new String(part, StandardCharsets.UTF_8));
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        for (Markup change : changes) {
            if (!pieces.isEmpty()) {
                change.on(pieces);
            }
        }
        return String.join("", pieces).getBytes(StandardCharsets.UTF_8);
    }

    private void on(List<String> pieces) {
        int at = place % pieces.size();
        String piece = pieces.get(at);
        switch (kind) {
            case DROPPED -> pieces.remove(at);
            case DOUBLED -> pieces.add(at, piece);
            case SWAPPED_WITH_NEXT -> Collections.swap(pieces, at, (at + 1) % pieces.size());
            case FOLLOWED -> pieces.add(at + 1, text);
            case VALUE_CHANGED -> pieces.set(at, withOtherValue(piece));
            case NAME_CHANGED -> pieces.set(at, piece.replaceFirst("\\w+", Matcher.quoteReplacement(text)));
            case NESTED -> pieces.add(at, "<is>".repeat(DEEP));
        }
    }

    private String withOtherValue(String tag) {
        long values = VALUE.matcher(tag).results().count();
        if (values == 0) {
            return text;
        }
        int[] left = {(int) (place / 7 % values)};
        return VALUE.matcher(tag)
                .replaceAll(value -> Matcher.quoteReplacement(left[0]-- == 0 ? '"' + text + '"' : value.group()));
    }
}
