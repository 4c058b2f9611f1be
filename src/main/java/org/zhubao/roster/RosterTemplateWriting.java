package org.zhubao.roster;

import java.io.IOException;
import java.io.OutputStream;

/** Writes templates as workbooks that the product reads again once they are filled in. */
public interface RosterTemplateWriting {

    /** Columns of numbers are text, so that no digit is lost; columns with choices offer them as a list. */
    void write(RosterTemplate template, OutputStream out) throws IOException;
}
