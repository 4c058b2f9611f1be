/** The workbook of a list for townships. */
@NullMarked
package org.zhubao.visit.excel;

import org.jspecify.annotations.NullMarked;
