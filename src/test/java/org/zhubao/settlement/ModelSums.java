package org.zhubao.settlement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhubao.settlement.Charges.Charge;
import org.zhubao.settlement.Charges.Kind;

/** What the charges of a {@link SettlementModel} come to on every account. */
final class ModelSums {

    private ModelSums() {}

    static Map<String, Long> of(List<Charge> charges, Set<UUID> paidSheets, NoticeInWords notice) {
        Map<String, Long> sums = new TreeMap<>();
        for (Charge charge : charges) {
            String fund = charge.fund();
            long fen = charge.fen();
            boolean carried = charge.kind() == Kind.CARRIED;
            sums.merge(carried ? "CARRIED " + fund : "PERSON " + fund + " " + charge.person(), fen, Long::sum);
            if (charge.sheet() == null) {
                sums.merge("CARRIED " + fund, -fen, Long::sum);
                continue;
            }
            sums.merge("sheets " + fund, fen, Long::sum);
            sums.merge("lines " + fund, fen, Long::sum);
            boolean paid = paidSheets.contains(charge.sheet());
            sums.merge((paid ? "TREASURY " : "FUND ") + fund, -fen, Long::sum);
            String creditor = notice.creditor(fund);
            if (!paid && !carried && !creditor.isEmpty()) {
                sums.merge("CLAIM " + creditor, -fen, Long::sum);
                sums.merge("CLAIM " + fund, fen, Long::sum);
            }
        }
        sums.values().removeIf(fen -> fen == 0);
        return sums;
    }
}
