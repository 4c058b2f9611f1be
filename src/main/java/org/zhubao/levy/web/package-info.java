/** The screens of this module. */
@NullMarked
package org.zhubao.levy.web;

import org.jspecify.annotations.NullMarked;
