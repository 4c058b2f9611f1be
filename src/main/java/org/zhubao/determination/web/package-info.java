/** The screens of this module. */
@NullMarked
package org.zhubao.determination.web;

import org.jspecify.annotations.NullMarked;
