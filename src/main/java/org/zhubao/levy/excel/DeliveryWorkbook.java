package org.zhubao.levy.excel;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhubao.levy.DeliveryLists.Line;
import org.zhubao.levy.DeliveryWriting;
import org.zhubao.levy.Sharing;
import org.zhubao.levy.Transfer;
import org.zhubao.rules.Delivery;

/** Lists by which money is declared, cleared or transferred. */
@Component
class DeliveryWorkbook implements DeliveryWriting {

    private static final List<String> PEOPLE = List.of("镇（街）", "姓名", "身份证号码", "资助身份", "缴费标准", "资助金额", "个人缴费");
    private static final List<String> TRANSFERS =
            List.of("序号", "姓名", "身份证号码", "开户银行", "银行账号", "发放金额", "发放结果", "失败原因", "共用账户说明");

    /** Where offices clear among themselves the notice does not say the amount: they fill it in. */
    private static final String CLEARED = "清算金额（责任部门填写）";

    @Override
    public void write(String title, Delivery delivery, Iterable<Line> lines, OutputStream out) {
        List<String> headings = delivery == Delivery.CLEARED_AFTERWARDS
                ? Stream.concat(PEOPLE.stream(), Stream.of(CLEARED)).toList()
                : PEOPLE;
        Sheets.added("名册", title, headings, lines.iterator(), DeliveryWorkbook::cells, out);
    }

    private static List<?> cells(Line line) {
        return List.of(
                line.township(),
                line.name(),
                line.number().full(),
                line.paidAs(),
                line.premiumFen(),
                line.subsidyFen(),
                line.collectedFen());
    }

    @Override
    public void write(String title, Iterable<Transfer> transfers, OutputStream out) {
        Sheets.added("发放清单", title, TRANSFERS, transfers.iterator(), DeliveryWorkbook::cells, out);
    }

    private static List<?> cells(Transfer transfer) {
        return List.of(
                transfer.sequence(),
                transfer.name(),
                transfer.number().full(),
                transfer.bank(),
                transfer.account().full(),
                transfer.amountFen(),
                transfer.paid() == null ? "" : transfer.paid() ? "成功" : "失败",
                transfer.failure(),
                transfer.sharing() == null ? "" : sharing(transfer.sharing()));
    }

    private static String sharing(Sharing sharing) {
        String why = Stream.of(sharing.household() ? "同户" : "", sharing.reason())
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("，"));
        return "与" + String.join("、", sharing.others()) + "共用（" + why + "）";
    }
}
