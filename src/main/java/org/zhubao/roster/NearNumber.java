package org.zhubao.roster;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhubao.protection.IdNumber;

/** Tells a number that cannot be from one that is known for the same name, without showing either. */
public enum NearNumber {
    /** The certificate in the same row begins with it. */
    CERTIFICATE,
    /** Somebody of that name is on record with it. */
    REGISTER;

    /**
     * @param written 18 characters
     * @return what to say of a known number that differs in exactly one place; it is never put in its place
     */
    public Optional<RowProblem> of(String written, IdNumber known) {
        int[] places = IntStream.range(
                        0, Math.min(written.length(), known.full().length()))
                .filter(i -> written.charAt(i) != known.full().charAt(i))
                .limit(2)
                .toArray();
        if (places.length != 1 || written.length() != known.full().length()) {
            return Optional.empty();
        }
        return Optional.of(RowProblem.of(
                ProblemCode.NEARLY_KNOWN_NUMBER,
                Column.ID_NUMBER,
                String.valueOf(places[0] + 1),
                known.full().substring(places[0], places[0] + 1),
                "number-source." + name().toLowerCase(Locale.ROOT)));
    }
}
