/** Owns the home page: where the season stands and what is waiting. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "division",
            "account",
            "policy",
            "rules",
            "roster",
            "register",
            "determination",
            "visit",
            "review",
            "levy",
            "settlement",
            "site"
        })
package org.zhubao.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
