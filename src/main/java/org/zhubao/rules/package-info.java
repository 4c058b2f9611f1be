/** The rules core: what a notice says, as values, and what follows from it for one person. No Spring, no I/O, no clock. */
@NullMarked
package org.zhubao.rules;

import org.jspecify.annotations.NullMarked;
