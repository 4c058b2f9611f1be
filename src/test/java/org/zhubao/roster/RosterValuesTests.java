package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.roster.RosterFileRefused.Reason;

class RosterValuesTests {

    @Test
    void noFindingAndNoRefusalEverShowsAWholeNumber() {
        RowProblem problem = RowProblem.of(ProblemCode.UNKNOWN_IDENTITY, Column.IDENTITY, "低保51042119680101317X");
        RosterFileRefused refused = new RosterFileRefused(Reason.NO_HEADER, "column.name", "张三 510421900307421");

        assertThat(problem.arguments()).containsExactly("低保510421********317X");
        assertThat(refused.arguments()).containsExactly("column.name", "张三 510421*****7421");
        assertThat(refused.getMessage()).isEqualTo("no-header");
    }

    @Test
    void onlyRejectingProblemsKeepARowOut() {
        assertThat(RowProblem.of(ProblemCode.WRONG_CHECK_CHARACTER, Column.ID_NUMBER)
                        .rejects())
                .isTrue();
        assertThat(RowProblem.of(ProblemCode.FIFTEEN_DIGITS, Column.ID_NUMBER).rejects())
                .isFalse();
        assertThat(RowProblem.of(ProblemCode.DUPLICATE_IN_FILE, Column.ID_NUMBER)
                        .rejects())
                .isFalse();
    }

    @Test
    void everyKindNeedsNameAndNumberAndWhatMakesItThisKind() {
        assertThat(RosterKind.values())
                .allMatch(kind -> kind.requiredColumns().containsAll(List.of(Column.NAME, Column.ID_NUMBER)));
        assertThat(RosterKind.FULL.requiredColumns()).contains(Column.IDENTITY);
        assertThat(RosterKind.DEATHS.requiredColumns()).contains(Column.DIED_ON).doesNotContain(Column.IDENTITY);
        assertThat(RosterKind.MOVES.requiredColumns()).contains(Column.MOVED_TO);
        assertThat(RosterKind.ofCode("students")).contains(RosterKind.STUDENTS);
        assertThat(RosterKind.PAYMENTS.requiredColumns())
                .contains(Column.SUBSIDISED, Column.TOTAL_PAID, Column.PAID_ON);
        assertThat(RosterKind.ofCode("payment")).isEmpty();
    }

    @Test
    void aRosterIsExpectedOfACountyAndNotOfItself() {
        Division city = new Division("5104", "攀枝花市", "5104", null);
        Division county = new Division("510421", "米易县", "5104", null);

        assertThatThrownBy(() -> expectation(city)).isInstanceOf(IllegalArgumentException.class);
        assertThat(expectation(county).otherCounties()).isEmpty();
    }

    @Test
    void anUnknownProblemNumberIsABugNotAProblem() {
        assertThatThrownBy(() -> ProblemCode.ofNumber(999)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RosterExpectation expectation(Division county) {
        return new RosterExpectation(
                county,
                List.of(),
                List.of(county),
                2021,
                Department.HEALTH,
                RosterKind.FULL,
                new NoWordings(),
                Aliases.NONE);
    }

    private static final class NoWordings implements IdentityWordings {

        @Override
        public Optional<String> codeOf(String wording, Map<String, String> attributes) {
            return Optional.empty();
        }

        @Override
        public Optional<String> certifierOf(String code) {
            return Optional.empty();
        }

        @Override
        public boolean isKeptOutByAge(String code, Map<String, String> attributes, LocalDate born) {
            return false;
        }

        @Override
        public List<String> nearest(String wording, int limit) {
            return List.of();
        }
    }
}
