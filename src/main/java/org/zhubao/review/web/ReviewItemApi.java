package org.zhubao.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.account.Workplace;
import org.zhubao.review.ItemKind;
import org.zhubao.review.ReviewDesk;
import org.zhubao.review.Selection;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.Slice;

/** What a person has to look at, for programs. Deciding is for people at the screens. */
@RestController
@RequestMapping("/api/v1/review-items")
@Tag(name = "review")
class ReviewItemApi {

    private static final int LARGEST_PAGE = 500;

    private final ReviewDesk desk;

    ReviewItemApi(ReviewDesk desk) {
        this.desk = desk;
    }

    /**
     * Somebody to be looked at.
     *
     * @param kind why, as {@link ItemKind#code()}
     * @param identities codes
     * @param open what is silent, unknown or undecided
     * @param stakeFen what somebody gets, or may get
     */
    record ItemAnswer(
            UUID id,
            UUID person,
            String name,
            String maskedNumber,
            String township,
            String kind,
            List<String> identities,
            List<String> open,
            String detail,
            long stakeFen,
            Instant since) {

        static ItemAnswer of(ReviewDesk.Line line) {
            return new ItemAnswer(
                    line.item(),
                    line.personId(),
                    line.name(),
                    line.maskedNumber(),
                    line.township(),
                    line.kind().code(),
                    line.pattern().identities(),
                    line.pattern().open(),
                    line.detail(),
                    line.subsidyFen(),
                    line.since());
        }
    }

    @GetMapping
    @Operation(
            summary = "Open matters of the review, by township and name",
            description = "As found after the newest run. kind is, for example, undecided-overlap, fact-unknown,"
                    + " two-counties or certificate-expired; without it all kinds.")
    Slice<ItemAnswer> items(
            Workplace workplace,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "size");
        }
        ItemKind only = kind == null
                ? null
                : ItemKind.ofCode(kind)
                        .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "kind"));
        Selection selection = Selection.all(only);
        Paging paging = new Paging(page, size, desk.count(workplace, selection));
        return Slice.of(
                paging,
                desk.lines(workplace, selection, paging).stream()
                        .map(ItemAnswer::of)
                        .toList());
    }
}
