/** Workbooks that go to the tax bureau and to departments, and come back. */
@NullMarked
package org.zhubao.levy.excel;

import org.jspecify.annotations.NullMarked;
