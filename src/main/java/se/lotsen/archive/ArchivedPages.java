package se.lotsen.archive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PastPages;

/** Pages as they were, for those who open an old citation. */
final class ArchivedPages implements PastPages {
    private static final Logger log = LoggerFactory.getLogger(ArchivedPages.class);
    private final Archive archive;
    private final ZoneId zone;

    ArchivedPages(Archive archive, ZoneId zone) {
        this.archive = archive;
        this.zone = zone;
    }

    @Override
    public Optional<PastPage> page(String id, String revision) {
        return archive.revisionOf(id, revision).flatMap(this::past);
    }

    private Optional<PastPage> past(Revision revision) {
        Optional<Revision> next = archive.after(revision);
        LocalDate until = next.orElse(revision).at().atZone(zone).toLocalDate();
        return Page
                .read(revision.file(), revision.text(),
                        finding -> log.debug("{}: {}", revision.file(), finding.code()))
                .map(page -> new PastPage(page, until, next.map(Revision::removed).orElse(false)));
    }
}
