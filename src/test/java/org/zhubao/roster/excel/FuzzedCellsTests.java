package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.zhubao.roster.Aliases;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.WithinTime;

/** Minutes of odd cells: what reads them answers, soon, and makes nothing up. Run by {@code -Pfuzz}. */
@Tag("fuzz")
class FuzzedCellsTests {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST = 32_767;
    private static final String[] PIECES = {
        "510421199003074211",
        "51042119680101317X",
        "2020",
        "08",
        "8",
        "1",
        "19",
        "年",
        "月",
        "日",
        "号",
        ".",
        "-",
        "/",
        ":",
        "T",
        " ",
        "　",
        "\u200B",
        "\uFEFF",
        "\n",
        "１",
        "９",
        "Ｘ",
        "x",
        "X",
        "E+17",
        "E",
        "+",
        "'",
        "“",
        "B1",
        "44",
        "长期",
        "王",
        "小明",
        "·",
        "•",
        "阿木",
        "\uD842\uDFB7",
        "\uD842",
        "?",
        "\0",
        "#N/A",
        "姓名",
        "身份证号",
        "人员类别",
        "低保",
        "合计",
        "注：",
        "（盖章）",
        "填表人：",
        "白马镇",
        "彝族乡",
        "米易县",
        "人民政府",
        "残疾",
        "一级",
        "视力"
    };

    @WithinTime(percent = 3)
    @Property(tries = WithinTime.TRIES)
    void aNumberIsTheOneThatIsWrittenThereOrNone(@ForAll("cells") SheetCell cell) {
        WrittenNumber written = soon(() -> WrittenNumber.of(cell));

        assertThat(written.number() == null).isEqualTo(written.problem() != null);
        Optional.ofNullable(written.number())
                .ifPresent(number -> assertThat(Text.compact(cell.value()).toUpperCase(Locale.ROOT))
                        .contains(number.full()));
        soon(() -> WrittenNumber.ofCertificate(cell).isPresent() && WrittenNumber.isLikely(cell));
    }

    @WithinTime(percent = 2)
    @Property(tries = WithinTime.TRIES)
    void aDateIsOneOfARosterOrNone(@ForAll("cells") SheetCell cell, @ForAll boolean dates1904) {
        soon(() -> Stream.of(
                                WrittenDate.beginning(cell, dates1904),
                                WrittenDate.end(cell, dates1904),
                                WrittenDate.endOfRange(cell, dates1904))
                        .flatMap(Optional::stream)
                        .toList())
                .forEach(date -> assertThat(date).isBetween(EARLIEST, LATEST));
    }

    @WithinTime(percent = 2)
    @Property(tries = WithinTime.TRIES)
    void namesAndWordsAreComparedWhateverTheyAre(@ForAll("texts") String text) {
        String comparable = soon(() -> WrittenName.comparable(text));

        assertThat(WrittenName.comparable(" " + text + "　")).isEqualTo(comparable);
        soon(() -> WrittenName.isDamaged(text));
        soon(() -> Vocabulary.HOUSEHOLD.codeOf(text));
        soon(() -> Vocabulary.CERTIFICATE.codeOf(text));
        soon(() -> Column.ofHeading(text));
    }

    @WithinTime(percent = 3)
    @Property(tries = WithinTime.TRIES)
    void aHeadingHasWhatIsNeededOrThereIsNone(@ForAll("lines") List<List<SheetCell>> lines) {
        HeaderFinder finder = new HeaderFinder(RosterKind.FULL.requiredColumns(), Aliases.NONE);
        for (int i = 0; i < lines.size(); i++) {
            finder.add(new SheetRow(i + 1, false, lines.get(i)));
        }

        soon(finder::find).ifPresent(header -> {
            assertThat(header.missing(RosterKind.FULL.requiredColumns())).isEmpty();
            finder.lines().forEach(line -> soon(() -> RowKind.of(line, header)));
        });
        soon(finder::nearest);
    }

    @Provide
    Arbitrary<SheetCell> cells() {
        return Arbitraries.oneOf(
                texts().map(SheetCell::text),
                Combinators.combine(
                                Arbitraries.bigIntegers()
                                        .between(BigInteger.TEN.pow(20).negate(), BigInteger.TEN.pow(20)),
                                Arbitraries.oneOf(
                                        Arbitraries.integers().between(-20, 20),
                                        Arbitraries.integers().between(-2000, 2000)))
                        .as((digits, scale) -> SheetCell.number(new BigDecimal(digits, scale))));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieced = Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces));
        Arbitrary<String> endless = Combinators.combine(pieced, pieced)
                .as((piece, end) -> piece.repeat(LONGEST / Math.max(1, piece.length())) + end);
        return Arbitraries.frequencyOf(
                Tuple.of(10, pieced), Tuple.of(2, Arbitraries.strings().ofMaxLength(40)), Tuple.of(1, endless));
    }

    @Provide
    Arbitrary<List<List<SheetCell>>> lines() {
        return cells().list().ofMaxSize(8).list().ofMinSize(1).ofMaxSize(HeaderFinder.LINES);
    }

    private static <T> T soon(Supplier<T> work) {
        return assertTimeoutPreemptively(SOON, work::get);
    }
}
