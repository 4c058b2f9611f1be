package org.zhubao.review.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.account.Workplace;
import org.zhubao.review.Attachments;
import org.zhubao.review.Letters;
import org.zhubao.site.Refusal;

/** Papers of the review: the letters to departments, and what overrides rest on. */
@Controller
@RequestMapping("/review")
class ReviewPapersController {

    private final Letters letters;
    private final Attachments attachments;
    private final ReviewPage page;

    ReviewPapersController(Letters letters, Attachments attachments, ReviewPage page) {
        this.letters = letters;
        this.attachments = attachments;
        this.page = page;
    }

    /** The letter to a department, to be printed and signed. */
    @GetMapping("/letters/{id}")
    String letter(Workplace workplace, @PathVariable UUID id, Model model) {
        page.words(workplace, model);
        model.addAttribute("letter", letters.find(id, workplace).orElseThrow(Refusal::notFound));
        return "review/letter";
    }

    /** Always saved and never shown in the page: it comes from outside. */
    @GetMapping("/attachments/{id}")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
    ResponseEntity<byte[]> attachment(Workplace workplace, @PathVariable UUID id) {
        Attachments.Content content = attachments.open(id, workplace.county().code());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.bytes());
    }
}
