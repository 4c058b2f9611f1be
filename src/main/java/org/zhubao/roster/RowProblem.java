package org.zhubao.roster;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.zhubao.protection.IdNumber;

/**
 * One thing wrong with one row.
 *
 * @param column where to look
 * @param arguments what {@link ProblemCode} says, for the message; identity numbers among them are masked here, so that
 *     none reaches a log or a list
 */
public record RowProblem(ProblemCode code, Column column, List<String> arguments) {

    private static final Pattern NUMBER = Pattern.compile("\\d{14,}[\\dXx]");

    private static final Pattern KEY = Pattern.compile("(department|number-source)\\.[a-z-]+");

    private static final int SHORTEST = 15;

    public RowProblem {
        arguments = arguments.stream().map(RowProblem::masked).toList();
    }

    /** The text with identity numbers in it masked. */
    static String masked(String text) {
        return text.length() < SHORTEST ? text : NUMBER.matcher(text).replaceAll(match -> IdNumber.mask(match.group()));
    }

    public static RowProblem of(ProblemCode code, Column column, String... arguments) {
        return new RowProblem(code, column, List.of(arguments));
    }

    /** The arguments for a message source, which looks up departments and sources. */
    public Object[] messageArguments() {
        return arguments.stream()
                .map(argument -> KEY.matcher(argument).matches()
                        ? new DefaultMessageSourceResolvable(new String[] {argument}, argument)
                        : argument)
                .toArray();
    }

    public boolean rejects() {
        return code.severity() == ProblemCode.Severity.REJECTS;
    }
}
