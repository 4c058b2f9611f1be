/** The screens of this module. */
@NullMarked
package org.zhubao.dashboard.web;

import org.jspecify.annotations.NullMarked;
