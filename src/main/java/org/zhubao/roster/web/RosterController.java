package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.Arrival;
import org.zhubao.roster.ListTask;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.WaitingRows;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** The list of rosters and the upload. */
@Controller
@RequestMapping("/rosters")
class RosterController {

    private final RosterDesk desk;
    private final WaitingRows waiting;
    private final Uploads uploads;
    private final TemplateDownload templates;
    private final String practice;

    /** @param practice address of a list with deliberate mistakes; only the demo has one */
    RosterController(
            RosterDesk desk,
            WaitingRows waiting,
            Uploads uploads,
            TemplateDownload templates,
            @Value("${zhubao.practice-roster:}") String practice) {
        this.desk = desk;
        this.waiting = waiting;
        this.uploads = uploads;
        this.templates = templates;
        this.practice = practice;
    }

    /** What the sender says about a file. */
    record UploadForm(@Nullable String department, @Nullable String kind) {}

    @GetMapping
    String list(CurrentUser user, Workplace workplace, @RequestParam(defaultValue = "") String task, Model model) {
        List<RosterSummary> all = desk.list(workplace.county().code(), workplace.benefitYear(), user.office());
        ListTask only = task.isEmpty() ? null : ListTask.ofCode(task).orElseThrow(Refusal::notFound);
        List<RosterSummary> rosters = only == null ? all : only.among(all, user);
        model.addAttribute("task", only);
        model.addAttribute("rosters", rosters);
        model.addAttribute("left", waiting.counts(rosters));
        model.addAttribute("mayUpload", user.is(Role.CLERK, Role.DEPARTMENT_OFFICER, Role.TAX_OFFICER));
        return "roster/list";
    }

    @GetMapping("/new")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    String form(CurrentUser user, Workplace workplace, UploadForm form, Model model) {
        return page(user, workplace, form, model);
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    String upload(
            CurrentUser user,
            Workplace workplace,
            UploadForm form,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect)
            throws IOException {
        Arrival arrival = uploads.take(user, workplace, form.department(), form.kind(), file);
        Flash.success(redirect, told(arrival));
        return "redirect:/rosters/" + arrival.batch();
    }

    /** The same from within the page, which shows how much is sent. */
    @PostMapping(headers = "HX-Request")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    @ResponseBody
    String uploadInPlace(
            CurrentUser user,
            Workplace workplace,
            UploadForm form,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Arrival arrival = uploads.take(user, workplace, form.department(), form.kind(), file);
        Flash.success(request, response, "/rosters/" + arrival.batch(), told(arrival));
        return "";
    }

    /** An empty list of this kind to fill in. */
    @GetMapping("/template")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    void template(CurrentUser user, Workplace workplace, UploadForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        RosterKind kind = uploads.kind(user, form.kind());
        templates.send(uploads.sender(user, kind, form.department()), kind, workplace, locale, response);
    }

    private static String told(Arrival arrival) {
        return arrival.isNew() ? "roster.uploaded" : "roster.uploaded.again";
    }

    private String page(CurrentUser user, Workplace workplace, UploadForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", Uploads.kinds(user));
        model.addAttribute("practice", practice.isEmpty() ? null : practice);
        model.addAttribute("departments", user.office() == null ? Department.certifying() : List.of(user.office()));
        model.addAttribute("workplace", workplace);
        return "roster/new";
    }
}
