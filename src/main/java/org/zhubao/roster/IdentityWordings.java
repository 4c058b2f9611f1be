package org.zhubao.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wordings by which this year's notice knows identities. */
public interface IdentityWordings {

    /**
     * @param attributes of the row, see {@link CheckedRow}: a wording may mean one identity or another by the grade
     * @return code of the identity, empty when the wording is unknown
     */
    Optional<String> codeOf(String wording, Map<String, String> attributes);

    /** @return code of the department that certifies the identity */
    Optional<String> certifierOf(String code);

    /** @return whether the identity does not count for somebody born then, and would at another age */
    boolean isKeptOutByAge(String code, Map<String, String> attributes, LocalDate born);

    /** @return known wordings, the nearest first */
    List<String> nearest(String wording, int limit);
}
