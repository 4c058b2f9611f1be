package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTests {

    @ParameterizedTest
    @CsvSource({
        "2020.8.15, 2020-08-15",
        "2020.08.15., 2020-08-15",
        "2020/8/15, 2020-08-15",
        "2020-08-10, 2020-08-10",
        "2020-08-10 00:00:00, 2020-08-10",
        "2020-8-1 9:05, 2020-08-01",
        "2020年8月15日, 2020-08-15",
        "2020 年 8 月 15 日, 2020-08-15",
        "2020年8月15, 2020-08-15",
        "２０２０年８月１５日, 2020-08-15",
        "2020。8。15, 2020-08-15",
        "2020、8、15, 2020-08-15",
        "2020—8—15, 2020-08-15",
        "2020-8-15 上午8:00, 2020-08-15",
        "2020年8月15日 星期六, 2020-08-15",
        "20200815, 2020-08-15",
        "44058, 2020-08-15"
    })
    void oneDayIsWrittenInManyWays(String written, LocalDate date) {
        assertThat(WrittenDate.beginning(SheetCell.text(written), false)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020年8月", "2020.8", "2020-08", "202008", "2020/8"})
    void aMonthIsItsFirstDayAsABeginningAndItsLastAsAnEnd(String written) {
        assertThat(WrittenDate.beginning(SheetCell.text(written), false)).contains(LocalDate.of(2020, 8, 1));
        assertThat(WrittenDate.end(SheetCell.text(written), false)).contains(LocalDate.of(2020, 8, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020.2.30",
                "2020.13.1",
                "20201301",
                "8/15/20",
                "去年",
                "长期",
                "0",
                "12",
                "1899-12-31",
                "2020",
                "100001"
            })
    void whatIsNoDateIsNotGuessed(String written) {
        assertThat(WrittenDate.beginning(SheetCell.text(written), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016.1.1-2026.1.31",
                "2016-1-1至2026-1-31",
                "20160101—20260131",
                "2016年1月-2026年1月",
                "2016.1-2026.1"
            })
    void aRangeEndsWithItsSecondDate(String written) {
        assertThat(WrittenDate.endOfRange(SheetCell.text(written), false)).contains(LocalDate.of(2026, 1, 31));
    }

    @Test
    void whatIsValidForeverHasNoEnd() {
        assertThat(WrittenDate.endOfRange(SheetCell.text("长期"), false)).isEmpty();
    }

    @Test
    void serialNumbersCountFrom1900OrFrom1904AsTheWorkbookSays() {
        SheetCell cell = SheetCell.number(new BigDecimal("44058.75"));

        assertThat(WrittenDate.beginning(cell, false)).contains(LocalDate.of(2020, 8, 15));
        assertThat(WrittenDate.beginning(cell, true)).contains(LocalDate.of(2024, 8, 16));
    }

    @Test
    void aNumericCellDoesNotTellJanuaryFromOctober() {
        assertThat(WrittenDate.beginning(SheetCell.number(new BigDecimal("2021.1")), false))
                .isEmpty();
        assertThat(WrittenDate.beginning(SheetCell.number(new BigDecimal("2021.3")), false))
                .contains(LocalDate.of(2021, 3, 1));
        assertThat(WrittenDate.beginning(SheetCell.text("2021.1"), false)).contains(LocalDate.of(2021, 1, 1));
    }

    @Test
    void aNumericCellMayAlsoHoldTheDigitsOfADate() {
        assertThat(WrittenDate.beginning(SheetCell.number(new BigDecimal("20200815")), false))
                .contains(LocalDate.of(2020, 8, 15));
    }

    @Property
    void everyDayIsReadFromEveryFormItIsWrittenIn(
            @ForAll @DateRange(min = "1950-01-01", max = "2100-12-31") LocalDate day) {
        for (String pattern : new String[] {"yyyy-MM-dd", "yyyy.M.d", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"}) {
            String written = day.format(DateTimeFormatter.ofPattern(pattern));
            assertThat(WrittenDate.beginning(SheetCell.text(written), false)).contains(day);
        }
    }

    @Property
    void anyTextIsADateOfThisWorldOrNone(@ForAll @StringLength(max = 14) String text) {
        assertThat(WrittenDate.beginning(SheetCell.text(text), false))
                .satisfies(date -> date.ifPresent(d -> assertThat(d.getYear()).isBetween(1900, 2199)));
    }
}
