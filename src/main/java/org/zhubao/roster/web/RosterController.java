package org.zhubao.roster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** The list of rosters and the upload. */
@Controller
@RequestMapping("/rosters")
class RosterController {

    /** The kinds that are read so far. */
    private static final List<RosterKind> KINDS =
            List.of(RosterKind.FULL, RosterKind.ADDITIONS, RosterKind.REMOVALS, RosterKind.STUDENTS);

    private static final int LONGEST_NAME = 120;

    private final RosterDesk desk;
    private final SubmittingRosters submitting;

    private final String practice;

    /** @param practice address of a list with deliberate mistakes; only the demo has one */
    RosterController(
            RosterDesk desk, SubmittingRosters submitting, @Value("${zhubao.practice-roster:}") String practice) {
        this.desk = desk;
        this.submitting = submitting;
        this.practice = practice;
    }

    /** What the sender says about a file. */
    record UploadForm(@Nullable String department, @Nullable String kind) {}

    @GetMapping
    String list(CurrentUser user, Workplace workplace, Model model) {
        model.addAttribute("rosters", desk.list(workplace.county().code(), workplace.benefitYear(), user.department()));
        model.addAttribute("mayUpload", user.is(Role.CLERK, Role.DEPARTMENT_OFFICER));
        return "roster/list";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER')")
    String form(CurrentUser user, Workplace workplace, Model model) {
        return page(user, workplace, new UploadForm(null, null), model);
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER')")
    String upload(
            CurrentUser user,
            Workplace workplace,
            UploadForm form,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        Department department = department(user, form);
        RosterKind kind = Optional.ofNullable(form.kind())
                .flatMap(RosterKind::ofCode)
                .filter(KINDS::contains)
                .orElse(RosterKind.FULL);
        Path temporary = Files.createTempFile("roster", null);
        try {
            file.transferTo(temporary);
            UUID id = submitting.upload(new RosterUpload(
                    workplace.county(),
                    workplace.benefitYear(),
                    department,
                    kind,
                    temporary,
                    nameOf(file),
                    user.username()));
            Flash.success(redirect, "roster.uploaded");
            return "redirect:/rosters/" + id;
        } catch (RosterFileRefused refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("fileName", nameOf(file));
            return page(user, workplace, form, model);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private String page(CurrentUser user, Workplace workplace, UploadForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("practice", practice.isEmpty() ? null : practice);
        model.addAttribute(
                "departments",
                user.department() == null ? Arrays.asList(Department.values()) : List.of(user.department()));
        model.addAttribute("workplace", workplace);
        return "roster/new";
    }

    /** The bare name, for showing: no path of the sender's machine, no whole identity number. */
    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").replaceAll(".*[/\\\\]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("\\d{15,}[\\dXx]?", "***");
    }

    /** A department officer's own department, whatever the form says. */
    private static Department department(CurrentUser user, UploadForm form) {
        return Optional.ofNullable(user.department())
                .or(() -> Optional.ofNullable(form.department()).flatMap(Department::ofCode))
                .orElseThrow(() -> new Refusal("roster.no-department"));
    }
}
