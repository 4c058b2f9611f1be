/** Owns settlement sheets from draft to payment, the ledger of what funds bear for whom, and public notices. */
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
            "levy",
            "site"
        })
package org.zhubao.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
