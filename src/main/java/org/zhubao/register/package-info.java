/** Owns persons and their identity claims, each with the time it holds and the time it was known. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"division", "audit", "account", "protection", "policy", "rules", "roster", "site"})
package org.zhubao.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
