/** The screens of this module. */
@NullMarked
package org.zhubao.audit.web;

import org.jspecify.annotations.NullMarked;
