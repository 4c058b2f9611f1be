/** Owns the append-only trail of who did what to whom and when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"site"})
package org.zhubao.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
