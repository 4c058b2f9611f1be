package org.zhubao.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.division.Divisions;
import org.zhubao.roster.ReadingWithin.GivenUp;
import org.zhubao.roster.RosterFileRefused.Reason;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkFolder;

/** Reads what was handed in: all of it or, for whatever reason, nothing. */
@Service
class WaitingUploads {

    private static final Logger log = LoggerFactory.getLogger(WaitingUploads.class);
    /** A file that brings the server down each time is not tried for ever. */
    private static final int ATTEMPTS = 3;

    private final RosterBatches batches;
    private final RosterFiles files;
    private final RosterReader reader;
    private final ReadingNotes notes;
    private final StoredRefusals refusals;
    private final Divisions divisions;
    private final TransactionTemplate transaction;
    private final WorkFolder folder;
    private final Duration deadline;

    /** @param deadline after which a list is given up, so that one cannot hold up all others */
    WaitingUploads(
            RosterBatches batches,
            RosterFiles files,
            RosterReader reader,
            ReadingNotes notes,
            StoredRefusals refusals,
            Divisions divisions,
            PlatformTransactionManager transactions,
            WorkFolder folder,
            @Value("${zhubao.rosters.reading-deadline}") Duration deadline) {
        this.batches = batches;
        this.files = files;
        this.reader = reader;
        this.notes = notes;
        this.refusals = refusals;
        this.divisions = divisions;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = folder;
        this.deadline = deadline;
    }

    String countyOf(UUID id) {
        return transaction.execute(
                status -> batches.findById(id).map(RosterBatch::county).orElseThrow(Refusal::notFound));
    }

    /** @return false when another list is being read at the moment */
    boolean read(UUID id) {
        try {
            return transaction.execute(status -> readInTurn(id));
        } catch (GivenUp e) {
            return true;
        } catch (RosterFileRefused e) {
            refuse(id, e);
        } catch (RuntimeException | OutOfMemoryError e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("[{}] Reading the roster {} failed", reference, id, e);
            refuse(id, new RosterFileRefused(Reason.READING_FAILED, reference));
        }
        return true;
    }

    private boolean readInTurn(UUID id) {
        if (!notes.isMyTurn()) {
            return false;
        }
        int attempt = notes.begin(id);
        if (attempt > ATTEMPTS) {
            throw new RosterFileRefused(Reason.TOO_SLOW);
        }
        if (attempt > 0) {
            readCopy(batches.findById(id).orElseThrow(Refusal::notFound));
        }
        return true;
    }

    private void readCopy(RosterBatch batch) {
        try {
            Path copy = folder.newFile();
            try {
                try (OutputStream out = Files.newOutputStream(copy)) {
                    files.copyTo(batch.fileId(), out);
                }
                reader.read(batch.id(), upload(batch, copy), new ReadingWithin(deadline, notes, batch.id()));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RosterUpload upload(RosterBatch batch, Path copy) {
        return new RosterUpload(
                divisions.find(batch.county()).orElseThrow(),
                batch.benefitYear(),
                batch.department(),
                batch.kind(),
                copy,
                files.name(batch.fileId()),
                batch.uploadedBy());
    }

    /** Whoever gave it up in the meantime was first. */
    private void refuse(UUID id, RosterFileRefused refused) {
        transaction.executeWithoutResult(status -> batches.findById(id)
                .filter(batch -> batch.status() == RosterStatus.READING)
                .ifPresent(batch -> {
                    files.forget(batch.fileId());
                    batch.refuse(refusals.write(refused));
                }));
    }
}
