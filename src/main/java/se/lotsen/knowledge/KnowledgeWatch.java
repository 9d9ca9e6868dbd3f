package se.lotsen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Holds the current {@link Library} and compares the folder with it. A look costs one directory walk; files are read only
 * when a size or a time has changed. A folder that vanishes (a volume not mounted) keeps the last pages in use.
 */
public class KnowledgeWatch implements Supplier<Library> {
    private static final Logger log = LoggerFactory.getLogger(KnowledgeWatch.class);

    private final KnowledgeFolder folder;
    private final ApplicationEventPublisher events;
    private Map<String, String> seen = Map.of();
    private volatile Library library;

    /** @throws KnowledgeUnusable when the folder holds no page that can be served */
    KnowledgeWatch(KnowledgeFolder folder, ApplicationEventPublisher events) {
        this.folder = folder;
        this.events = events;
        this.seen = stamps();
        this.library = Library.read(folder);
        if (library.pages().isEmpty()) {
            throw new KnowledgeUnusable(folder, library.findings());
        }
        report(library);
    }

    private void report(Library read) {
        FindingText text = new FindingText();
        read.findings().forEach(finding -> log.warn("{}", text.of(finding)));
    }

    /** The pages as they are served now. */
    public Library library() {
        return library;
    }

    @Override
    public Library get() {
        return library;
    }

    /** Looks at the folder once and publishes what has changed since the last look. */
    public synchronized void look() {
        Map<String, String> now;
        try {
            now = stamps();
        } catch (UncheckedIOException e) {
            log.warn("The knowledge base at {} cannot be listed; the pages read before stay in use",
                    folder.root());
            return;
        }
        if (now.equals(seen)) {
            return;
        }
        Set<String> changed = new HashSet<>();
        now.forEach((file, stamp) -> {
            if (!stamp.equals(seen.get(file))) {
                changed.add(file);
            }
        });
        seen.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
        publish(changed, now);
    }

    /**
     * Does something of which a look must see all or nothing. Whoever changes the folder because of something else than a look
     * and has locks of its own begins here, as listeners to a look do.
     */
    public synchronized void undisturbed(Runnable work) {
        work.run();
    }

    private void publish(Set<String> changed, Map<String, String> now) {
        Set<String> beside = new HashSet<>(changed);
        beside.removeIf(file -> file.startsWith("pages/"));
        if (beside.size() < changed.size()) {
            Library read = Library.read(folder);
            if (read.pages().isEmpty() && !library.pages().isEmpty()) {
                log.warn("No page can be read from {}; the {} pages read before stay in use", folder.root(),
                        library.pages().size());
            } else {
                library = read;
                report(read);
                events.publishEvent(new LibraryChanged(read));
            }
        }
        if (!beside.isEmpty()) {
            events.publishEvent(new KnowledgeFilesChanged(Set.copyOf(beside)));
        }
        seen = now;
    }

    private Map<String, String> stamps() {
        if (!Files.isDirectory(folder.root())) {
            return Map.of();
        }
        Map<String, String> stamps = new HashMap<>();
        try {
            FolderFiles.below(folder.root()).stream().filter(Files::isRegularFile).forEach(file -> stamps.put(
                    folder.root().relativize(file).toString().replace('\\', '/'), stamp(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
        } catch (IOException e) {
            // Gone between the listing and the look: the next look sees it as removed.
            return "gone";
        }
    }
}
