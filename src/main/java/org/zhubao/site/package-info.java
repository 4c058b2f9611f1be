/** Owns the page layout, the language switch and the error page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"protection"})
package org.zhubao.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
