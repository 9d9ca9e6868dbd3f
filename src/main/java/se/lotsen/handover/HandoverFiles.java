package se.lotsen.handover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.lotsen.knowledge.Finding;

/**
 * The editors' files about people and hours: {@code opening-hours.yaml}, {@code contacts.yaml} and {@code
 * referrals.yaml}. A file with a fault is left out and reported; what was last read of it without a fault
 * stays in use, and the other files do not suffer. Refuses no folder: without files there are no contacts
 * and no hours.
 */
public final class HandoverFiles {
    private static final long MAX_BYTES = 1_000_000;

    private final Path folder;
    private volatile Counter counter = Counter.EMPTY;
    private volatile List<Finding> findings = List.of();

    /** Reads the files at once; {@link #findings} tells what is wrong with them. */
    public HandoverFiles(Path folder) {
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
        EditorsFile.Reading<V> reading = text(file, found).map(reader)
                .orElseGet(() -> new EditorsFile.Reading<>(Optional.empty(), List.of()));
        found.addAll(reading.findings());
        return reading.findings().isEmpty() ? reading.value().or(() -> before) : before.or(reading::value);
    }

    private Optional<String> text(String file, List<Finding> found) {
        Path path = folder.resolve(file);
        try {
            if (Files.size(path) > MAX_BYTES) {
                found.add(Finding.of(file, 0, Finding.Code.TOO_LARGE, Long.toString(MAX_BYTES)));
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            found.add(Finding.of(file, 0, Finding.Code.NOT_UTF8));
        } catch (NoSuchFileException e) {
            found.add(Finding.of(file, 0, Finding.Code.MISSING, path.toString()));
        } catch (IOException e) {
            found.add(Finding.of(file, 0, Finding.Code.UNREADABLE, path.toString()));
        }
        return Optional.empty();
    }
}
