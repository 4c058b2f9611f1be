/** The screens of this module. */
@NullMarked
package org.zhubao.visit.web;

import org.jspecify.annotations.NullMarked;
