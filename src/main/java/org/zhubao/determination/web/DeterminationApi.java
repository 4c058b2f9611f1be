package org.zhubao.determination.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.determination.DeterminedPeople;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.site.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Everybody of the newest finished run for programs, one line a person, written while it is read. */
@RestController
@RequestMapping("/api/v1/determinations")
@Tag(name = "determinations")
class DeterminationApi {

    private static final String CSV = "text/csv";

    private final DeterminingSubsidies determining;
    private final DeterminedPeople people;
    private final AuditTrail trail;
    private final JsonMapper json;

    DeterminationApi(DeterminingSubsidies determining, DeterminedPeople people, AuditTrail trail, JsonMapper json) {
        this.determining = determining;
        this.people = people;
        this.trail = trail;
        this.json = json;
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Everybody of the newest finished run, one line a person",
            description = "As application/x-ndjson or, where accepted, text/csv in UTF-8. Identity numbers are masked."
                    + " Names are unchanged, also those that look like formulas: a spreadsheet program must be told to"
                    + " import the columns of the table as text.")
    void lines(Workplace workplace, HttpServletResponse response) throws IOException {
        Run run = newest(workplace);
        try (Writer out = writer(response, MediaType.APPLICATION_NDJSON_VALUE)) {
            each(run, line -> write(out, json.writeValueAsString(line) + "\n"));
        }
    }

    @GetMapping(produces = CSV)
    @Operation(hidden = true)
    void table(Workplace workplace, HttpServletResponse response) throws IOException {
        Run run = newest(workplace);
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.NON_EMPTY).build(writer(response, CSV))) {
            csv.writeRecord(PersonLine.HEADINGS);
            each(run, line -> csv.writeRecord(line.cells()));
        }
    }

    /** Goes on record before the first line is sent. */
    private void each(Run run, Consumer<PersonLine> sink) {
        trail.record(AuditEvent.of(Action.RESULTS_EXPORTED, run.county(), "run " + run.id()));
        people.read(run, found -> found.map(person -> PersonLine.of(run.id(), person))
                .forEach(sink));
    }

    private Run newest(Workplace workplace) {
        return determining
                .latest(workplace.county().code(), workplace.benefitYear())
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "determination.no-run"));
    }

    private static Writer writer(HttpServletResponse response, String type) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
