/** Owns what a person has to look at, the decisions on it, and overrides with a second person. */
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
            "visit",
            "site"
        })
package org.zhubao.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
