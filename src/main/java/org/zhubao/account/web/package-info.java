/** Signing in, the frame of every page, the administration of users. */
@NullMarked
package org.zhubao.account.web;

import org.jspecify.annotations.NullMarked;
