/** Owns users, their roles and scopes, and who is working where right now. */
@NullMarked
@ApplicationModule(allowedDependencies = {"division", "protection", "audit", "site"})
package org.zhubao.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
