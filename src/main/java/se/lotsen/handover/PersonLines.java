package se.lotsen.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.conversation.StateChange;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * The one line that a citizen reads when a conversation changes hands, in the municipality's own words: the part {@code
 * person} of {@code replies.<lang>.yaml}, by the change's name in lower case, and on a few other occasions. What a language does not say is said in
 * Swedish; what Swedish does not say either is not said. A line that asks for something unknown is reported and left out.
 */
public class PersonLines {
    private static final Logger log = LoggerFactory.getLogger(PersonLines.class);
    private static final String HOME = "sv";
    private static final List<String> LANGUAGES = List.of(HOME, "en", "fi", "ar", "so");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Set<String> KNOWN = Set.of("name", "phone", "email", "agent");
    private static final String FIELD = "person.";
    private static final Set<String> NAMES = Stream
            .concat(Stream.of(StateChange.values()), Stream.of(Occasion.values()))
            .map(PersonLines::name).collect(Collectors.toSet());
    private static final Pattern HALF_SENTENCE_WITH_EMAIL = Pattern.compile("[^.{}]*\\{email\\}");

    private final KnowledgeFolder folder;
    private final Map<String, Map<String, String>> lines = new ConcurrentHashMap<>();

    /** As written; the other fields are the assistant's and belong to another reader. */
    record Person(@Nullable Map<String, @Nullable String> person) {
    }

    PersonLines(KnowledgeFolder folder) {
        this.folder = folder;
        LANGUAGES.forEach(this::read);
    }

    /** The names of all lines, in alphabetical order. */
    public static List<String> names() {
        return NAMES.stream().sorted().toList();
    }

    /** What is filled in where a line names it in curly brackets. */
    public static Set<String> placeholders() {
        return KNOWN;
    }

    /** The lines that nobody could be shown, in all languages. */
    public static List<Finding> check(KnowledgeFolder folder) {
        List<Finding> findings = new ArrayList<>();
        LANGUAGES.forEach(language -> text(folder, language)
                .ifPresent(yaml -> read(file(language), yaml, findings)));
        return findings;
    }

    /** An edited file is used at once. */
    @EventListener
    void reload(KnowledgeFilesChanged changed) {
        LANGUAGES.stream().filter(language -> changed.files().contains(file(language))).forEach(this::read);
    }

    /** What to say of a change that has nothing to do with an agent's name. */
    public @Nullable String of(StateChange change, String language, ContactPoint contact) {
        return of(change, language, contact, null);
    }

    /**
     * What to say of a change; null for nothing.
     *
     * @param contact whose phone and e-mail address are named
     * @param agent the agent's name as citizens see it; null where there is none
     */
    public @Nullable String of(StateChange change, String language, ContactPoint contact,
            @Nullable String agent) {
        return of(name(change), language, contact, agent);
    }

    /** What to say on another occasion; as for a change. */
    public @Nullable String of(Occasion occasion, String language, ContactPoint contact,
            @Nullable String agent) {
        return of(name(occasion), language, contact, agent);
    }

    private @Nullable String of(String name, String language, ContactPoint contact, @Nullable String agent) {
        return Optional.ofNullable(lines.getOrDefault(language, Map.of()).get(name))
                .or(() -> Optional.ofNullable(lines.getOrDefault(HOME, Map.of()).get(name)))
                .map(line -> filled(line, contact, agent))
                .orElse(null);
    }

    private static String filled(String line, ContactPoint contact, @Nullable String agent) {
        String email = contact.email();
        String reachable = email == null
                ? HALF_SENTENCE_WITH_EMAIL.matcher(line).replaceFirst("").replace("..", ".")
                : line.replace("{email}", email);
        return reachable.replace("{phone}", contact.phone()).replace("{name}", contact.name())
                .replace("{agent}", agent == null ? "" : agent).strip();
    }

    private static String file(String language) {
        return "replies." + language + ".yaml";
    }

    private void read(String language) {
        List<Finding> findings = new ArrayList<>();
        text(folder, language).flatMap(yaml -> read(file(language), yaml, findings))
                .ifPresent(read -> lines.put(language, read));
        FindingText text = new FindingText();
        findings.forEach(finding -> log.warn("{}", text.of(finding)));
    }

    /** Who else reads the file reports what is wrong with the rest of it. */
    private static Optional<String> text(KnowledgeFolder folder, String language) {
        return folder.read(file(language), finding -> {
        });
    }

    private static Optional<Map<String, String>> read(String file, String yaml, List<Finding> findings) {
        return StrictYaml.readKnown(file, 1, yaml, Person.class, finding -> {
        }).map(read -> known(file, yaml, read, findings));
    }

    private static Map<String, String> known(String file, String yaml, Person read, List<Finding> findings) {
        Map<String, String> known = new HashMap<>();
        Map<String, @Nullable String> written = read.person() == null ? Map.of() : read.person();
        written.forEach((name, line) -> Optional.of(name).filter(NAMES::contains)
                .filter(one -> line != null && !line.isBlank() && unknown(line).isEmpty())
                .ifPresentOrElse(one -> known.put(one, line == null ? "" : line.strip()),
                        () -> findings.add(Finding.of(file,
                                YamlLines.of(yaml).line(YamlLines.at("/person", name)),
                                Finding.Code.INVALID_VALUE, FIELD + name))));
        return known;
    }

    private static String name(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> unknown(String line) {
        Set<String> unknown = new HashSet<>();
        PLACEHOLDER.matcher(line).results().map(found -> found.group(1)).filter(name -> !KNOWN.contains(name))
                .forEach(unknown::add);
        return unknown;
    }
}
