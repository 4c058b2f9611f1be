package org.zhubao.roster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.site.Refusal;

/** Takes in a file, whether a page or a program sends it. */
@Component
class Uploads {

    /** The kinds of lists that departments hand in. */
    static final List<RosterKind> KINDS = List.of(
            RosterKind.FULL,
            RosterKind.ADDITIONS,
            RosterKind.REMOVALS,
            RosterKind.STUDENTS,
            RosterKind.DEATHS,
            RosterKind.MOVES);

    private static final int LONGEST_NAME = 120;

    private final SubmittingRosters submitting;

    Uploads(SubmittingRosters submitting) {
        this.submitting = submitting;
    }

    /**
     * @param department code of the department; a department officer's own counts whatever it says
     * @param kind code of a kind; full when it says nothing that departments hand in
     * @return the id of the batch
     */
    UUID take(
            CurrentUser user,
            Workplace workplace,
            @Nullable String department,
            @Nullable String kind,
            MultipartFile file)
            throws IOException {
        Department sender = sender(user, department);
        RosterKind said = kind(kind);
        Path temporary = Files.createTempFile("roster", null);
        try {
            file.transferTo(temporary);
            return submitting.upload(new RosterUpload(
                    workplace.county(),
                    workplace.benefitYear(),
                    sender,
                    said,
                    temporary,
                    nameOf(file),
                    user.username()));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A department officer's own department, whatever is said. */
    Department sender(CurrentUser user, @Nullable String said) {
        return Optional.ofNullable(user.department())
                .or(() -> Optional.ofNullable(said).flatMap(Department::ofCode))
                .orElseThrow(() -> new Refusal("roster.no-department"));
    }

    /** Full when nothing is said that departments hand in. */
    RosterKind kind(@Nullable String said) {
        return Optional.ofNullable(said)
                .flatMap(RosterKind::ofCode)
                .filter(KINDS::contains)
                .orElse(RosterKind.FULL);
    }

    /** The bare name, for showing: no path of the sender's machine, no whole identity number. */
    static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll(".*[/\\\\]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("\\d{15,}[\\dXx]?", "***");
    }
}
