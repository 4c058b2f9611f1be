/** Owns conflicts, overrides and the second pair of eyes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "determination", "site"})
package org.zhubao.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
