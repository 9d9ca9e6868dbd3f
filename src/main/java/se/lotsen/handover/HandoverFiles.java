package se.lotsen.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;

/**
 * The editors' files about people and hours: {@code opening-hours.yaml}, {@code contacts.yaml} and {@code
 * referrals.yaml}. A file with a fault is left out and reported; what was last read of it without a fault
 * stays in use, and the other files do not suffer. Refuses no folder: without files there are no contacts
 * and no hours.
 */
public final class HandoverFiles {
    private final KnowledgeFolder folder;
    private volatile Counter counter = Counter.EMPTY;
    private volatile List<Finding> findings = List.of();

    /** Reads the files at once; {@link #findings} tells what is wrong with them. */
    public HandoverFiles(KnowledgeFolder folder) {
        this.folder = folder;
        reload();
    }

    /** Reads all three files again and returns everything that is wrong with them, in file order. */
    public synchronized List<Finding> reload() {
        List<Finding> found = new ArrayList<>();
        Counter before = counter;
        Optional<OpeningHours> hours = read(OpeningHoursReader.FILE, OpeningHoursReader::read, before.hours(),
                found);
        Optional<List<ContactPoint>> contacts = read(ContactsReader.FILE,
                yaml -> ContactsReader.read(yaml, hours.map(OpeningHours::queues)), kept(before.contacts()),
                found);
        Optional<List<Referral>> referrals = read(ReferralsReader.FILE, ReferralsReader::read,
                kept(before.referrals()), found);
        counter = new Counter(hours, contacts.orElse(List.of()), referrals.orElse(List.of()));
        findings = List.copyOf(found);
        return findings;
    }

    /** Edited files are used at once; whatever else has changed in the folder does no harm. */
    @EventListener
    void filesChanged(KnowledgeFilesChanged changed) {
        reload();
    }

    /** What was wrong when the files were last read. */
    public List<Finding> findings() {
        return findings;
    }

    Counter counter() {
        return counter;
    }

    private static <E> Optional<List<E>> kept(List<E> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    /**
     * What is in use after reading: the new value when nothing is wrong with it, else the one before,
     * if there is one.
     */
    private <V> Optional<V> read(String file, Function<String, EditorsFile.Reading<V>> reader,
            Optional<V> before,
            List<Finding> found) {
        EditorsFile.Reading<V> reading = folder.read(file, found::add).map(reader)
                .orElseGet(() -> new EditorsFile.Reading<>(Optional.empty(), List.of()));
        found.addAll(reading.findings());
        return reading.findings().isEmpty() ? reading.value().or(() -> before) : before.or(reading::value);
    }
}
