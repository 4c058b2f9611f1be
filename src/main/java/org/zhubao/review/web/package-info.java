/** The screens of this module. */
@NullMarked
package org.zhubao.review.web;

import org.jspecify.annotations.NullMarked;
