/** Settlement sheets as workbooks. The wording of the forms is the notices' own and is never translated. */
@NullMarked
package org.zhubao.settlement.excel;

import org.jspecify.annotations.NullMarked;
