/** Owns the demonstration: an embedded PostgreSQL that survives restarts, and synthetic people. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "division",
            "account",
            "protection",
            "roster",
            "register",
            "rules",
            "determination",
            "visit",
            "review",
            "levy",
            "settlement",
            "policy",
            "site"
        })
package org.zhubao.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
