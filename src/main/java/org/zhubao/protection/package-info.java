/** Owns identity numbers as values and the keys that encrypt them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.zhubao.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
