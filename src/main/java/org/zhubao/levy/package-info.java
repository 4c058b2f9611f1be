/** Owns what goes to the tax bureau and what comes back: mark pushes, payment records, reconciliation. */
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
            "determination",
            "review",
            "site"
        })
package org.zhubao.levy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
