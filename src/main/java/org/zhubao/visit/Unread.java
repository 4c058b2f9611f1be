package org.zhubao.visit;

import java.io.Serializable;

/**
 * A row of a returned workbook that is filled in and was not taken.
 *
 * @param row its number as the spreadsheet shows it
 */
public record Unread(int row, Reason reason) implements Serializable {

    public enum Reason {
        NO_FINDING("no-finding"),
        UNKNOWN_FINDING("unknown-finding"),
        NO_SUCH_DAY("no-such-day"),
        DAY_TO_COME("day-to-come"),
        NOT_ON_THE_LIST("not-on-the-list"),
        OTHER_NAME("other-name"),
        SAID_OTHERWISE("said-otherwise"),
        LONG_REMARK("long-remark");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Why, and with {@code .todo} what to do about it. */
        public String messageKey() {
            return "visits.unread." + code;
        }
    }
}
