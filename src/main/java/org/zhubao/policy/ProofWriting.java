package org.zhubao.policy;

import java.util.List;
import java.util.Locale;
import org.zhubao.account.Workplace;

/** Writes a proof as a workbook in which the departments say what they decide, and sign. */
public interface ProofWriting {

    /** @return the workbook (xlsx) */
    byte[] write(ProofReport report, List<ProofTable.Group> groups, Workplace workplace, Locale locale);
}
