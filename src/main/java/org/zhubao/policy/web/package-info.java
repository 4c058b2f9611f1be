/** The screens of this module. */
@NullMarked
package org.zhubao.policy.web;

import org.jspecify.annotations.NullMarked;
