package org.zhubao.dashboard;

/**
 * Something that waits for whoever looks at the page; {@code home.task.<code>} says what.
 *
 * @param count how many
 * @param path where it is done, which shows as many
 */
public record Task(String code, long count, String path) {

    public String messageKey() {
        return "home.task." + code;
    }
}
