package org.zhubao.policy.excel;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of a workbook in one language. */
record Words(MessageSource messages, Locale locale) {

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
