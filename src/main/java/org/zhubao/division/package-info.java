/** Owns the administrative divisions, the certifying departments and what a scope covers. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zhubao.division;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
