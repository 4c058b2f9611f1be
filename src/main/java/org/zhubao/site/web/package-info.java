/** What every page needs of the web: language, refusals, errors. */
@NullMarked
package org.zhubao.site.web;

import org.jspecify.annotations.NullMarked;
