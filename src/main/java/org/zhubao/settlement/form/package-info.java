/**
 * What settlement sheets look like, once for the workbook, the PDF and the screen. The wording of the forms is the
 * notices' own and is never translated.
 */
@NullMarked
package org.zhubao.settlement.form;

import org.jspecify.annotations.NullMarked;
