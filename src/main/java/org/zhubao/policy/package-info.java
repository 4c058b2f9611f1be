/** Owns policy texts: reads them strictly, keeps their versions and rulings, and shows them beside the notice. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rules", "division", "account", "audit", "site"})
package org.zhubao.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
