/** The screens of this module. */
@NullMarked
package org.zhubao.settlement.web;

import org.jspecify.annotations.NullMarked;
