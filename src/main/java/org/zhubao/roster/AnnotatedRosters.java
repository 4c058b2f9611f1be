package org.zhubao.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.roster.Annotations.RowAnnotation;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkFolder;

/** Gives the department its own file back, with what was found written beside each row. */
@Service
public class AnnotatedRosters {

    private final RosterBatches batches;
    private final RosterFiles files;
    private final RosterDesk desk;
    private final RosterAnnotating annotating;
    private final MessageSource messages;
    private final AuditTrail trail;
    private final WorkFolder folder;

    AnnotatedRosters(
            RosterBatches batches,
            RosterFiles files,
            RosterDesk desk,
            RosterAnnotating annotating,
            MessageSource messages,
            AuditTrail trail,
            WorkFolder folder) {
        this.batches = batches;
        this.files = files;
        this.desk = desk;
        this.annotating = annotating;
        this.messages = messages;
        this.trail = trail;
        this.folder = folder;
    }

    /** Writes the annotated workbook, and puts on record that it was taken: it holds whole identity numbers. */
    @Transactional
    public void write(UUID id, Locale locale, OutputStream out) throws IOException {
        RosterBatch batch = batches.findById(id).orElseThrow(Refusal::notFound);
        RosterSummary roster =
                desk.find(id).filter(found -> found.status().isRead()).orElseThrow(Refusal::notFound);
        trail.record(batch.event(Action.WORKBOOK_DOWNLOADED).with("file", roster.fileName()));
        Path copy = folder.newFile();
        try {
            try (OutputStream file = Files.newOutputStream(copy)) {
                files.copyTo(batch.fileId(), file);
            }
            annotating.annotate(copy, roster.fileName(), annotations(batch, roster, locale), out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.delete(copy);
        }
    }

    private Annotations annotations(RosterBatch batch, RosterSummary roster, Locale locale) {
        Map<Integer, RowAnnotation> rows = new HashMap<>();
        desk.problemsByRow(roster.id())
                .forEach((row, problems) -> rows.put(row, new RowAnnotation(text(problems, locale), cells(problems))));
        return new Annotations(
                roster.sheetName(),
                roster.headerRow(),
                batch.columns(),
                messages.getMessage("roster.findings", null, locale),
                rows);
    }

    private String text(List<RowProblem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> {
                    String key = "problem." + problem.code().slug();
                    Object[] sentences = {
                        messages.getMessage(key, problem.messageArguments(), locale),
                        messages.getMessage(key + ".todo", null, locale)
                    };
                    return messages.getMessage("roster.findings.line", sentences, locale);
                })
                .collect(Collectors.joining("\n"));
    }

    private static Map<Column, ProblemCode.Severity> cells(List<RowProblem> problems) {
        Map<Column, ProblemCode.Severity> cells = new EnumMap<>(Column.class);
        problems.forEach(p -> cells.merge(p.column(), p.code().severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return cells;
    }
}
