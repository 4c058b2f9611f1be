/** Screens of the register: what is put right about persons. */
@NullMarked
package org.zhubao.register.web;

import org.jspecify.annotations.NullMarked;
