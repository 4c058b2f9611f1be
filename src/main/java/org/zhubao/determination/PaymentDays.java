package org.zhubao.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhubao.register.Person;

/**
 * On which day people paid, as the tax bureau tells it. Whoever keeps payments implements it; runs ask where a notice
 * looks at that day.
 */
public interface PaymentDays {

    /** The fact by which a policy looks at it. */
    String FACT = "paid-on";

    /**
     * Fills the transaction's temporary table {@code paid_day} (person_id, paid_on) with the first day on which each
     * person paid, as known at a moment. Who got everything back has not paid.
     */
    void gather(String county, int benefitYear, Instant asKnownOn);

    /** The same of one person; empty for who has not paid. */
    Optional<LocalDate> of(Person person, String county, int benefitYear, Instant asKnownOn);

    /** Of whom the office learned a payment, or that there was none, from the first moment to the second. */
    Set<UUID> learned(String county, int benefitYear, Instant after, Instant until);
}
