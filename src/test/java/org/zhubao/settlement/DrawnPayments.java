package org.zhubao.settlement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.settlement.TaxInWords.Payment;
import org.zhubao.support.SettableClock;

/**
 * Lists of payments, drawn by lot and written as an accepted list writes them: right and wrong ones, twice, given back, in
 * part or twice, in another tier, in full by the person, and of somebody nobody knows.
 */
final class DrawnPayments {

    private static final LocalDate BEFORE_ANY_MARK = LocalDate.of(2024, 12, 1);

    private final EveryKind county;
    private final TaxInWords tax;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Random random;
    private final DrawnList lists;

    DrawnPayments(EveryKind county, TaxInWords tax, JdbcClient jdbc, SettableClock clock, Random random) {
        this.county = county;
        this.tax = tax;
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.lists = new DrawnList(county, "PAYMENTS", "tax", jdbc, clock, random);
    }

    void draw() {
        UUID batch = lists.accepted();
        for (UUID person : county.people()) {
            if (random.nextInt(3) > 0) {
                LocalDate day = random.nextInt(4) == 0 ? BEFORE_ANY_MARK : LocalDate.now(clock);
                for (Payment payment : payments(person, day)) {
                    tax.paid(person, payment);
                    store(batch, person, payment);
                }
            }
        }
        if (random.nextBoolean()) {
            store(batch, null, right("", Said.NOTHING.times(100), LocalDate.now(clock)));
            store(batch, null, new Payment("", 12_300, 40_000, LocalDate.now(clock)));
        }
        tax.received();
    }

    private List<Payment> payments(UUID person, LocalDate day) {
        Said marked = tax.marked(person);
        List<Payment> before = tax.payments(person);
        int lot = random.nextInt(12);
        if (!before.isEmpty() && lot < 9) {
            Payment last = before.get(before.size() - 1);
            return lot < 5 && last.totalFen() > 0 ? List.of(last.givenBack(day)) : List.of();
        }
        Payment right = right("", marked, day);
        return switch (lot) {
            case 0 -> List.of(new Payment("", right.subsidisedFen() + 100, right.totalFen() + 100, day));
            case 1 -> List.of(right, right);
            case 2 -> List.of(right, right.givenBack(day));
            case 3 -> List.of(new Payment("", 0, right.totalFen(), day));
            case 4 -> List.of(right("3", marked, day));
            case 5, 6 -> List.of(right("2", marked, day));
            case 7 -> List.of(right, new Payment("", 0, -100, day));
            case 8 -> List.of(right, right.givenBack(day), right.givenBack(day));
            default -> List.of(right);
        };
    }

    private Payment right(String tier, Said marked, LocalDate day) {
        NoticeInWords notice = county.notice();
        return new Payment(tier, marked.times(notice.percentInTier(tier)).subsidyFen(), notice.premiumFen(tier), day);
    }

    /** @param person null for somebody whom the register does not know */
    private void store(UUID batch, @Nullable UUID person, Payment payment) {
        jdbc.sql(
                        """
                        insert into payment_record (region, county, benefit_year, person_key, number_cipher, number_tail,
                            name, tier, subsidised_fen, own_fen, total_fen, paid_on, known_from, batch_id, row_number)
                        select p.region, :county, :year, case when :known then p.person_key else gen_random_uuid() end,
                            p.number_cipher, p.number_tail, p.name, :tier, :subsidised, :total - :subsidised, :total, :day,
                            :now, :batch, 2
                        from person p where p.region = '5104' and p.id = :person
                        """)
                .param("county", county.county().code())
                .param("year", county.county().year())
                .param("known", person != null)
                .param("tier", payment.tier())
                .param("subsidised", payment.subsidisedFen())
                .param("total", payment.totalFen())
                .param("day", payment.paidOn())
                .param("now", now())
                .param("batch", batch)
                .param("person", person != null ? person : county.people().get(0))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
