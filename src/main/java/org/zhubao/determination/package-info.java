/** Owns runs over the register, their outcomes by profile, and the decision card. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "division",
            "audit",
            "account",
            "protection",
            "policy",
            "rules",
            "roster",
            "register",
            "site"
        })
package org.zhubao.determination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
