/** Proofs as workbooks that departments sign. */
@NullMarked
package org.zhubao.policy.excel;

import org.jspecify.annotations.NullMarked;
