package org.zhubao.site;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows fen as yuan with two decimals and thousands separators: {@code ${@yuan.of(row.totalFen())}}. */
@Component("yuan")
public class Yuan {

    public String of(long fen) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(BigDecimal.valueOf(fen, 2));
    }
}
