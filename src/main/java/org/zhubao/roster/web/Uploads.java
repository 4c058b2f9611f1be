package org.zhubao.roster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.Arrival;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkFolder;

/** Takes in a file, whether a page or a program sends it. */
@Component
class Uploads {

    private static final int LONGEST_NAME = 120;

    private final HandingInRosters handingIn;
    private final WorkFolder folder;

    Uploads(HandingInRosters handingIn, WorkFolder folder) {
        this.handingIn = handingIn;
        this.folder = folder;
    }

    /**
     * Keeps the file to be read by a job.
     *
     * @param department code of the department; that of the sender or of the kind counts whatever it says
     * @param kind code of a kind; the first of the sender's kinds when it says none of them
     */
    Arrival take(
            CurrentUser user,
            Workplace workplace,
            @Nullable String department,
            @Nullable String kind,
            MultipartFile file)
            throws IOException {
        RosterKind said = kind(user, kind);
        Department sender = sender(user, said, department);
        Path temporary = folder.newFile();
        try {
            file.transferTo(temporary);
            return handingIn.handIn(new RosterUpload(
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

    /** The kinds that somebody may hand in: those of their office; the bureau any on another's behalf. */
    static List<RosterKind> kinds(CurrentUser user) {
        return Arrays.stream(RosterKind.values())
                .filter(kind ->
                        user.office() == null || user.office() == kind.sender().orElse(user.department()))
                .toList();
    }

    /** Whether nothing but their word says whose list it is. */
    static boolean mustSayDepartment(CurrentUser user, String kind) {
        return user.office() == null
                && RosterKind.ofCode(kind).flatMap(RosterKind::sender).isEmpty();
    }

    /** Whose list it is: that of the one office which sends such lists, or the sender's own, whatever is said. */
    Department sender(CurrentUser user, RosterKind kind, @Nullable String said) {
        return kind.sender()
                .or(() -> Optional.ofNullable(user.office()))
                .or(() -> Optional.ofNullable(said).flatMap(Department::ofCode).filter(Department::certifies))
                .orElseThrow(() -> new Refusal("roster.no-department"));
    }

    /** The first kind of theirs, which is the full list for departments, when they say none that they may hand in. */
    RosterKind kind(CurrentUser user, @Nullable String said) {
        return Optional.ofNullable(said)
                .flatMap(RosterKind::ofCode)
                .filter(kinds(user)::contains)
                .orElse(kinds(user).get(0));
    }

    /** The bare name, for showing: no path of the sender's machine, no whole identity number. */
    static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll(".*[/\\\\]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("\\d{15,}[\\dXx]?", "***");
    }
}
