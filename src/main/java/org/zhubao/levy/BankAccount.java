package org.zhubao.levy;

import java.util.Optional;

/**
 * The number of a bank card: 16 to 19 digits, the last of which is the check digit of ISO/IEC 7812 (Luhn). Never printed by
 * accident: {@link #toString()} shows the last four digits.
 */
public final class BankAccount {

    private static final int TAIL = 4;

    private final String digits;

    private BankAccount(String digits) {
        this.digits = digits;
    }

    /** @return the account, or empty when length or check digit is wrong; blanks make no difference */
    public static Optional<BankAccount> of(String written) {
        String digits = written.replaceAll("[\\s-]", "");
        return digits.matches("\\d{16,19}") && luhn(digits) % 10 == 0
                ? Optional.of(new BankAccount(digits))
                : Optional.empty();
    }

    /** Every second digit from the right is doubled; of two digits the sum counts. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum;
    }

    /** The whole number: only for encryption and for the list that goes to the bank. */
    public String full() {
        return digits;
    }

    public String lastFour() {
        return digits.substring(digits.length() - TAIL);
    }

    @Override
    public String toString() {
        return "****" + lastFour();
    }
}
