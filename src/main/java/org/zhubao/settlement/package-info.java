/** Owns settlement sheets: drafted from a run, numbered, frozen, downloaded. */
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
            "levy",
            "site"
        })
package org.zhubao.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
