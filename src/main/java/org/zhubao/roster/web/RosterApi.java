package org.zhubao.roster.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterReceptions;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.web.RosterAnswer.Refused;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.Slice;

/** Rosters for programs: handed in and looked at. The same rights and scopes as the screens. */
@RestController
@RequestMapping("/api/v1/rosters")
@Tag(name = "rosters")
class RosterApi {

    private static final int LARGEST_PAGE = 500;
    private static final RowFilter WITH_PROBLEMS = new RowFilter(null, false);

    private final Uploads uploads;
    private final VisibleRosters rosters;
    private final RosterDesk desk;
    private final HandingInRosters handingIn;
    private final RosterReceptions receptions;
    private final FindingsDownload findings;
    private final MessageSource messages;

    RosterApi(
            Uploads uploads,
            VisibleRosters rosters,
            RosterDesk desk,
            HandingInRosters handingIn,
            RosterReceptions receptions,
            FindingsDownload findings,
            MessageSource messages) {
        this.uploads = uploads;
        this.rosters = rosters;
        this.desk = desk;
        this.handingIn = handingIn;
        this.receptions = receptions;
        this.findings = findings;
        this.messages = messages;
    }

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER')")
    @Operation(
            summary = "Hand in a roster",
            description =
                    "The file is read and checked by a job: ask for the roster until its status is no longer"
                            + " reading. The same file for the same list answers with the first roster."
                            + " kind is full, additions, removals, students, deaths or moves; department officers need not name theirs.")
    ResponseEntity<RosterAnswer> upload(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(defaultValue = "full") String kind,
            @RequestParam MultipartFile file,
            Locale locale)
            throws IOException {
        requireOneOf("kind", kind, Uploads.kinds(user).stream().map(RosterKind::code));
        if (Uploads.mustSayDepartment(user, kind)) {
            requireOneOf(
                    "department", department, Department.certifying().stream().map(Department::code));
        }
        UUID id = uploads.take(user, workplace, department, kind, file).batch();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/rosters/" + id))
                .body(show(user, id, locale));
    }

    /** A program is told what it may say. */
    private static void requireOneOf(String parameter, @Nullable String said, Stream<String> codes) {
        List<String> known = codes.toList();
        if (said == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-missing", parameter);
        }
        if (!known.contains(said)) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "parameter-wrong", parameter + " (" + String.join(", ", known) + ")");
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "A roster: its state, its rows, and what accepting it would change")
    RosterAnswer show(CurrentUser user, @PathVariable UUID id, Locale locale) {
        RosterSummary roster = rosters.get(user, id);
        return RosterAnswer.of(
                roster,
                desk.problems(id),
                roster.status().isOpen() ? receptions.of(roster.kind()).preview(id) : null,
                handingIn
                        .refusal(id)
                        .map(refused -> Refused.of(refused, messages, locale))
                        .orElse(null));
    }

    @GetMapping("/{id}/annotated")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    @Operation(summary = "The uploaded sheet with a column of findings, as a workbook; it holds whole identity numbers")
    void annotated(CurrentUser user, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        findings.send(rosters.get(user, id), locale, response);
    }

    @GetMapping("/{id}/problems")
    @Operation(summary = "The rows with problems, in the file's order, with what to do about each")
    Slice<RowAnswer> problems(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size,
            Locale locale) {
        rosters.get(user, id);
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "size");
        }
        Paging paging = new Paging(page, size, desk.countRows(id, WITH_PROBLEMS));
        return Slice.of(
                paging,
                desk.rows(id, WITH_PROBLEMS, paging.offset(), size).stream()
                        .map(row -> RowAnswer.of(row, messages, locale))
                        .toList());
    }
}
