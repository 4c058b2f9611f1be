package org.zhubao.settlement.web;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhubao.account.CurrentUser;
import org.zhubao.settlement.CheckingArchive;

/** A sheet opened again: what it was made from, and whether all of it still is what it was. */
@Controller
class ArchiveController {

    private final CheckingArchive archive;
    private final VisibleSheets sheets;

    ArchiveController(CheckingArchive archive, VisibleSheets sheets) {
        this.archive = archive;
        this.sheets = sheets;
    }

    @GetMapping("/settlement/{id}/archive")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'FINANCE_OFFICER', 'AUDITOR')")
    String open(CurrentUser user, @PathVariable UUID id, Model model) {
        model.addAttribute("archived", archive.open(sheets.get(user, id)));
        return "settlement/archive";
    }
}
