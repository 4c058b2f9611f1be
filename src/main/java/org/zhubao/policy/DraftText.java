package org.zhubao.policy;

/**
 * A text as somebody has typed it, with the line ends of a file whatever the browser sent.
 *
 * @param title what its line {@code title:} says, sound or not; empty where there is none
 */
record DraftText(String text, String title) {

    static DraftText of(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').stripTrailing() + "\n";
        String title = text.lines()
                .filter(line -> line.startsWith("title:"))
                .map(line -> line.substring("title:".length()).strip())
                .findFirst()
                .orElse("");
        return new DraftText(text, title);
    }
}
