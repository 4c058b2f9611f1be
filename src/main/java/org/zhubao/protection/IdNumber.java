package org.zhubao.protection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An 18-character citizen identity number or residence permit (GB 11643): 17 digits and a check character. It is never
 * printed by accident: {@link #toString()} is masked, and only {@link #full()} gives the whole.
 */
public final class IdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private static final int LENGTH = 18;

    private final String full;
    private final LocalDate birthDate;

    private IdNumber(String full, LocalDate birthDate) {
        this.full = full;
        this.birthDate = birthDate;
    }

    /** @return the number, or empty when form, birth date or check character is wrong */
    public static Optional<IdNumber> of(String text) {
        if (!isWellFormed(text) || checkCharacter(text) != text.charAt(17)) {
            return Optional.empty();
        }
        return birthDate(text).map(born -> new IdNumber(text, born));
    }

    /** Whether there are 17 digits and another or an X, whatever they say. */
    public static boolean isWellFormed(String text) {
        if (text.length() != LENGTH || !isDigit(text.charAt(LENGTH - 1)) && text.charAt(LENGTH - 1) != 'X') {
            return false;
        }
        for (int i = 0; i < LENGTH - 1; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The check character that the first 17 digits call for (GB 11643). */
    public static char checkCharacter(CharSequence seventeenDigits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeenDigits.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static Optional<LocalDate> birthDate(String text) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text, 6, 10, 10),
                    Integer.parseInt(text, 10, 12, 10),
                    Integer.parseInt(text, 12, 14, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The whole number: only for encryption, for sheets and for those with the right to see it. */
    public String full() {
        return full;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public boolean isMale() {
        return (full.charAt(16) - '0') % 2 == 1;
    }

    /** The last four characters, by which clerks search. */
    public String lastFour() {
        return full.substring(14);
    }

    /** For lists: 510402********1234. */
    public String masked() {
        return mask(full);
    }

    /** Masks all but the first six and the last four characters of any number. */
    public static String mask(String number) {
        return number.length() < 11
                ? "*".repeat(number.length())
                : number.substring(0, 6) + "*".repeat(number.length() - 10) + number.substring(number.length() - 4);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber that && that.full.equals(full);
    }

    @Override
    public int hashCode() {
        return full.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
