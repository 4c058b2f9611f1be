/** The proof of a policy: decides every kind of person it can tell apart, and says what it finds. */
@NullMarked
package org.zhubao.rules.proof;

import org.jspecify.annotations.NullMarked;
