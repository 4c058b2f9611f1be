package org.zhubao.site;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes the references under which an error is told to the user and stands in the log. */
@Component
public class ErrorReferences {

    /** Without letters and digits that are mistaken for each other on the telephone. */
    private static final String ALPHABET = "23456789ACDEFGHJKMNPQRTUVWXY";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        StringBuilder text = new StringBuilder();
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
