package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhubao.rules.AfterPayment;
import org.zhubao.rules.AfterPayment.Handling;

/** Reads what becomes of differences that show once somebody has paid. */
final class AfterPaymentReader {

    private static final Map<String, Handling> MORE = Map.of(
            Handling.TOPPED_UP.word(),
            Handling.TOPPED_UP,
            Handling.REFUNDED.word(),
            Handling.REFUNDED,
            Handling.NEITHER.word(),
            Handling.NEITHER);
    private static final Map<String, Handling> LESS =
            Map.of(Handling.RECOVERED.word(), Handling.RECOVERED, Handling.NEITHER.word(), Handling.NEITHER);

    private final Names names;

    AfterPaymentReader(Names names) {
        this.names = names;
    }

    List<AfterPayment> read(Item section) {
        List<AfterPayment> all = new ArrayList<>();
        for (Item item : section.items()) {
            try (Fields fields = item.fields()) {
                Item more = fields.optional("more");
                Item less = fields.optional("less");
                if (!more.isThere() && !less.isThere()) {
                    item.problem("one-of-these-keys", "more, less");
                }
                all.add(new AfterPayment(
                        whom(fields.get("for")),
                        more.isThere() ? more.oneOf(MORE, Handling.NEITHER) : Handling.UNSAID,
                        less.isThere() ? less.oneOf(LESS, Handling.NEITHER) : Handling.UNSAID,
                        names.basis(fields)));
            }
        }
        return all;
    }

    private Set<String> whom(Item item) {
        return item.isThere() && item.texts().equals(List.of("everyone"))
                ? Set.of()
                : Set.copyOf(names.identities(item));
    }
}
