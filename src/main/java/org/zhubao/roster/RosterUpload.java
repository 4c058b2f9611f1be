package org.zhubao.roster;

import java.nio.file.Path;
import org.zhubao.division.Department;
import org.zhubao.division.Division;

/**
 * A file as it was handed in.
 *
 * @param file the content, in a temporary file that the caller deletes
 * @param fileName as the sender named it; for showing only, the content decides what it is
 * @param by user name of the sender
 */
public record RosterUpload(
        Division county,
        int benefitYear,
        Department department,
        RosterKind kind,
        Path file,
        String fileName,
        String by) {}
