package org.zhubao.account.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG picture, one unit to a module, with the quiet zone around it.
 *
 * @param size of the whole picture in modules
 */
record Square(int size, String path) {

    private static final int QUIET = 4;

    static Square of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Square(code.size + 2 * QUIET, path.toString());
    }
}
