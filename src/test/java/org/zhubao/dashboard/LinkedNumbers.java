package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The numbers on the home page that are links, each followed to the page behind it, which has to show as many. */
record LinkedNumbers(MockMvc mvc) {

    private static final Pattern COUNT =
            Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>[^<0-9]*([0-9][0-9 /]*+(?![.,]))[^<]*</a>");

    private static final Pattern SUM =
            Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>[^<0-9]*([0-9,]+\\.[0-9]{2})[^<]*</a>");

    /** In what words a page says how many it shows. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("/rosters\\?task=.+", "共 %s 份"),
            Map.entry("/rosters/[^?]+", "(新增 %1$s ·|>%1$s 条<|共 %1$s 条)"),
            Map.entry("/review/proposals", ">%s 项<"),
            Map.entry("/review", ">%s 人<"),
            Map.entry("/settlement\\?status=.+", "共 %s 张"),
            Map.entry("/settlement#drafts", "%s 项资金可以结算"),
            Map.entry("/tax#pushes", "有 %s 人的标识还没有推送"),
            Map.entry("/tax#reconciliation", "有 %s [项份](变化)?还没有对账"),
            Map.entry("/visits", "(还有 %1$s 人待核查|>%1$s 份可以收回)"),
            Map.entry("/#lists", "%s 个部门还没有报送"),
            Map.entry("/determinations", "有 %s 份名单"));

    private static final String PEOPLE =
            "/(determinations/|people/|tax/(not-enrolled|reconciliations)|rosters/.*all=).*";

    /** @return the counts in their order on the page */
    List<String> followed(RequestPostProcessor user) throws Exception {
        List<String> numbers = new ArrayList<>();
        Matcher link = COUNT.matcher(home(user));
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            String number = link.group(2).strip();
            assertThat(address).as("where %s leads", number).isNotIn("/", "/tax", "/rosters", "/settlement");
            assertThat(page(address, user))
                    .as("%s behind %s", number, address)
                    .containsPattern(said(address, number.split(" ")[0]));
            numbers.add(number);
        }
        return numbers;
    }

    /** @return the amounts of money in their order on the page */
    List<String> sums(RequestPostProcessor user) throws Exception {
        List<String> sums = new ArrayList<>();
        Matcher link = SUM.matcher(home(user));
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            assertThat(page(address, user)).as("behind %s", address).contains(">" + link.group(2) + "<");
            sums.add(link.group(2));
        }
        return sums;
    }

    private String home(RequestPostProcessor user) throws Exception {
        return page("/", user).replaceFirst("(?s).*<main", "");
    }

    private static String said(String address, String shown) {
        if (address.matches(PEOPLE)) {
            return shown.equals("0") ? "没有这样的人" : "共 " + shown + " 条";
        }
        return WORDS.entrySet().stream()
                .filter(words -> address.matches(words.getKey()))
                .map(words -> words.getValue().formatted(shown))
                .findFirst()
                .orElse(">\\s*" + shown + "\\s*<");
    }

    String page(String address, RequestPostProcessor user) throws Exception {
        return mvc.perform(get(address.split("#")[0]).with(user))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
