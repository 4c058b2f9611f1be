/** Reads roster files: xlsx, xls and text, whatever departments send. */
@NullMarked
package org.zhubao.roster.excel;

import org.jspecify.annotations.NullMarked;
