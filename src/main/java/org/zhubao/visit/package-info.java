/** Owns the lists by which townships check identities and visit people, and what they found. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"division", "audit", "account", "protection", "policy", "roster", "determination", "site"
        })
package org.zhubao.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
