/** Owns the page layout, the language switch, the error page, and the few things that every part uses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"protection"})
package org.zhubao.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
