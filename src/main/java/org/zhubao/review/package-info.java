/** Owns what a person has to look at, the decisions on it, overrides with a second person, and the work of townships. */
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
            "determination",
            "site"
        })
package org.zhubao.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
