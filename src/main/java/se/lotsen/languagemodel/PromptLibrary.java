package se.lotsen.languagemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;

/**
 * The prompts of the folder {@code prompts}. All are read and checked at the start; a changed file is used within a second,
 * and while one has a fault, it is reported and its last good version stays.
 */
public final class PromptLibrary {
    private static final Logger log = LoggerFactory.getLogger(PromptLibrary.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final KnowledgeFolder folder;
    private final Clock clock;
    private final Map<PromptName, Read> prompts = new EnumMap<>(PromptName.class);
    private Instant looked;

    private record Read(PromptTemplate template, FileTime changed) {
    }

    /** @throws KnowledgeUnusable when a file is missing or has a fault; it says which and where */
    public PromptLibrary(Path folder, Clock clock) {
        this.folder = new KnowledgeFolder(folder);
        this.clock = clock;
        this.looked = clock.instant();
        List<Finding> findings = new ArrayList<>();
        for (PromptName name : PromptName.values()) {
            read(name, findings::add);
        }
        if (!findings.isEmpty()) {
            throw new KnowledgeUnusable(this.folder, findings);
        }
    }

    /** What is wrong with the prompts of a folder; empty when nothing is. */
    public static List<Finding> check(Path folder) {
        List<Finding> findings = new ArrayList<>();
        KnowledgeFolder files = new KnowledgeFolder(folder);
        for (PromptName name : PromptName.values()) {
            files.read(file(name), findings::add)
                    .ifPresent(text -> PromptTemplate.parse(name, file(name), text, findings::add));
        }
        return List.copyOf(findings);
    }

    /**
     * A prompt with everything filled in.
     *
     * @param values one for each of the prompt's placeholders
     * @throws IllegalArgumentException when one is missing or too many
     */
    public Prompt prompt(PromptName name, Map<String, String> values, int maxTokens) {
        if (!values.keySet().equals(name.placeholders())) {
            throw new IllegalArgumentException(name + " needs " + name.placeholders());
        }
        return current(name).filled(values, maxTokens);
    }

    /** The prompts' names with their versions. */
    public String versions() {
        return java.util.Arrays.stream(PromptName.values()).map(name -> current(name).name())
                .collect(Collectors.joining(", "));
    }

    private synchronized PromptTemplate current(PromptName name) {
        Instant now = clock.instant();
        if (Duration.between(looked, now).compareTo(LOOK_EVERY) >= 0) {
            looked = now;
            for (PromptName each : PromptName.values()) {
                Read held = prompts.get(each);
                if (held == null || !held.changed().equals(changed(each))) {
                    FindingText text = new FindingText();
                    read(each, finding -> log.warn("{}", text.of(finding)));
                }
            }
        }
        return java.util.Objects.requireNonNull(prompts.get(name)).template();
    }

    private void read(PromptName name, Consumer<Finding> findings) {
        FileTime changed = changed(name);
        folder.read(file(name), findings)
                .flatMap(text -> PromptTemplate.parse(name, file(name), text, findings))
                .ifPresentOrElse(template -> prompts.put(name, new Read(template, changed)),
                        () -> prompts.computeIfPresent(name,
                                (key, held) -> new Read(held.template(), changed)));
    }

    private FileTime changed(PromptName name) {
        try {
            return Files.getLastModifiedTime(folder.resolve(file(name)));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static String file(PromptName name) {
        return name.file() + ".md";
    }
}
