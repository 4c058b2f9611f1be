/** Settlement sheets on paper: PDF with the characters they use embedded, so that they look alike everywhere. */
@NullMarked
package org.zhubao.settlement.pdf;

import org.jspecify.annotations.NullMarked;
