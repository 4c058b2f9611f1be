/** The shape of a policy text: its constructs with their places, whether or not it reads without problems. */
@NullMarked
package org.zhubao.policy.outline;

import org.jspecify.annotations.NullMarked;
