/** The screens of this module. */
@NullMarked
package org.zhubao.roster.web;

import org.jspecify.annotations.NullMarked;
