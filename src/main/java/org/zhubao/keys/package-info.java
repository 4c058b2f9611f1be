/** Owns the change of the master key, and sees to it that the key at hand is that of the data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"protection", "audit"})
package org.zhubao.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
