package org.zhubao.roster.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;

/** The tax bureau's payments for programs: a roster like others, for which there is one sender. */
@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "tax")
class PaymentApi {

    private final Uploads uploads;
    private final RosterApi rosters;

    PaymentApi(Uploads uploads, RosterApi rosters) {
        this.uploads = uploads;
        this.rosters = rosters;
    }

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAnyRole('CLERK', 'TAX_OFFICER')")
    @Operation(
            summary = "Hand in a list of payments",
            description = "Reads and checks the file. It is then submitted and accepted as every roster is.")
    ResponseEntity<RosterAnswer> upload(
            CurrentUser user, Workplace workplace, @RequestParam MultipartFile file, Locale locale) throws IOException {
        try {
            UUID id = uploads.take(user, workplace, null, RosterKind.PAYMENTS.code(), file)
                    .batch();
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/rosters/" + id))
                    .body(rosters.show(user, id, locale));
        } catch (RosterFileRefused refused) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, refused.code(), refused.messageArguments());
        }
    }
}
