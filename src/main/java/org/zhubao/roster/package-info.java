/** Owns roster batches: reading a file, its findings, the preview, submission and acceptance. */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "audit", "account", "protection", "policy", "rules", "site"})
package org.zhubao.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
