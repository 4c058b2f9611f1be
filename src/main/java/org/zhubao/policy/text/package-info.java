/** Reads a policy text strictly, as nodes, so that every problem has a line. */
@NullMarked
package org.zhubao.policy.text;

import org.jspecify.annotations.NullMarked;
