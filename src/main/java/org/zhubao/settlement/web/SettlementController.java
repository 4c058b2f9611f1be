package org.zhubao.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.settlement.ChineseCapitals;
import org.zhubao.settlement.Dispute;
import org.zhubao.settlement.SettledSoFar;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetFormat;
import org.zhubao.settlement.SheetStatus;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.Yuan;

/** Settlement sheets: what each fund would be charged, the frozen sheets, the workbooks. */
@Controller
@RequestMapping("/settlement")
class SettlementController {

    private static final int SHOWN_LINES = 100;

    private final SettlingAccounts settling;
    private final VisibleSheets sheets;
    private final SheetDownloads downloads;
    private final SettledSoFar settled;
    private final Yuan yuan;

    SettlementController(
            SettlingAccounts settling,
            VisibleSheets sheets,
            SheetDownloads downloads,
            SettledSoFar settled,
            Yuan yuan) {
        this.settling = settling;
        this.sheets = sheets;
        this.downloads = downloads;
        this.settled = settled;
        this.yuan = yuan;
    }

    @GetMapping
    String list(CurrentUser user, Workplace workplace, @RequestParam(defaultValue = "") String status, Model model) {
        model.addAttribute("workplace", workplace);
        boolean bureau = user.department() == null;
        model.addAttribute("bureau", bureau);
        model.addAttribute(
                "waits", bureau && settling.waitsForReconciliation(workplace.county(), workplace.benefitYear()));
        model.addAttribute("drafts", bureau ? settling.drafts(workplace.county(), workplace.benefitYear()) : List.of());
        List<Sheet> all = settling.sheets(workplace.county(), workplace.benefitYear()).stream()
                .filter(sheet -> sheets.concerns(user, sheet.county(), sheet.benefitYear(), sheet.fund()))
                .toList();
        if (bureau) {
            model.addAttribute("sums", settled.of(workplace.county().code(), workplace.benefitYear(), all));
        }
        model.addAttribute("statuses", statuses());
        model.addAttribute("status", status);
        model.addAttribute(
                "sheets",
                all.stream()
                        .filter(sheet -> status.isEmpty() || sheet.code().equals(status))
                        .toList());
        return "settlement/list";
    }

    /** What a sheet may wait for, by its code, with its words. */
    private static Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(Sheet.UNCONFIRMED, "settlement.status.UNCONFIRMED");
        for (SheetStatus status : SheetStatus.values()) {
            statuses.put(status.code(), status.messageKey());
        }
        return statuses;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String freeze(CurrentUser user, Workplace workplace, @RequestParam String fund, RedirectAttributes redirect) {
        UUID id = settling.freeze(workplace.county(), workplace.benefitYear(), fund, user.username());
        Flash.success(redirect, "settlement.frozen");
        return "redirect:/settlement/" + id;
    }

    @GetMapping("/{id}")
    String show(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Sheet sheet = visible(user, workplace, id);
        Paging paging = new Paging(page, SHOWN_LINES, sheet.lines());
        List<Dispute> disputes = settling.disputes(sheet);
        model.addAttribute("sheet", sheet);
        model.addAttribute("workplace", workplace);
        model.addAttribute("bureau", user.department() == null);
        model.addAttribute("paging", paging);
        model.addAttribute(
                "shown", ShownSheet.of(sheet.form(), settling.lines(sheet, paging.offset(), SHOWN_LINES), yuan));
        model.addAttribute("capitals", ChineseCapitals.of(Math.abs(sheet.totalFen())));
        model.addAttribute("disputes", disputes);
        model.addAttribute("may", SheetActions.of(user, sheet, disputes));
        return "settlement/sheet";
    }

    @GetMapping("/{id}/workbook")
    void download(CurrentUser user, Workplace workplace, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        downloads.send(visible(user, workplace, id), SheetFormat.XLSX, response);
    }

    @GetMapping("/{id}/paper")
    void paper(CurrentUser user, Workplace workplace, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        downloads.send(visible(user, workplace, id), SheetFormat.PDF, response);
    }

    private Sheet visible(CurrentUser user, Workplace workplace, UUID id) {
        return settling.sheet(id, workplace.county().code())
                .filter(sheet -> sheets.concerns(user, sheet.county(), sheet.benefitYear(), sheet.fund()))
                .orElseThrow(Refusal::notFound);
    }
}
