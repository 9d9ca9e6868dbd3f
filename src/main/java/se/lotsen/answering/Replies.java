package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.Availability;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * The sentences that a municipality writes for the assistant itself, from {@code replies.<lang>.yaml}. Every one is
 * mandatory: an answer must never come out empty.
 */
record Replies(String noAnswer, String lowConfidence, String clarify, String failed, String handover,
        String stillUnclear, String topicOff, String reviewedFirst, String pageOutdated,
        String sourcesDisagree,
        String unknownLanguage) {
    static final String FILE = "replies.sv.yaml";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Map<String, Set<String>> PLACEHOLDERS = Map.of("handover",
            Set.of("name", "phone", "email", "hours"), "pageOutdated", Set.of("title", "url"),
            "sourcesDisagree",
            Set.of("first", "second"));

    /** As written: any text may be missing. {@code person} belongs to {@code handover.PersonLines}. */
    record Fields(@Nullable String noAnswer, @Nullable String lowConfidence, @Nullable String clarify,
            @Nullable String failed, @Nullable String handover, @Nullable String stillUnclear,
            @Nullable String topicOff, @Nullable String reviewedFirst, @Nullable String pageOutdated,
            @Nullable String sourcesDisagree,
            @Nullable String unknownLanguage, @Nullable Map<String, @Nullable String> person) {
    }

    static Optional<Replies> read(KnowledgeFolder folder, Consumer<Finding> findings) {
        return folder.read(FILE, findings)
                .flatMap(yaml -> StrictYaml.read(FILE, 1, yaml, Fields.class, findings)
                        .flatMap(fields -> complete(fields, YamlLines.of(yaml), findings)));
    }

    private static Optional<Replies> complete(Fields fields, YamlLines lines, Consumer<Finding> findings) {
        List<Finding> faults = new ArrayList<>();
        lines.repeated().forEach((pointer, line) -> faults
                .add(Finding.of(FILE, line, Finding.Code.INVALID_VALUE, pointer.substring(1))));
        Replies replies = new Replies(text("noAnswer", fields.noAnswer(), lines, faults),
                text("lowConfidence", fields.lowConfidence(), lines, faults),
                text("clarify", fields.clarify(), lines, faults),
                text("failed", fields.failed(), lines, faults),
                text("handover", fields.handover(), lines, faults),
                text("stillUnclear", fields.stillUnclear(), lines, faults),
                text("topicOff", fields.topicOff(), lines, faults),
                text("reviewedFirst", fields.reviewedFirst(), lines, faults),
                text("pageOutdated", fields.pageOutdated(), lines, faults),
                text("sourcesDisagree", fields.sourcesDisagree(), lines, faults),
                text("unknownLanguage", fields.unknownLanguage(), lines, faults));
        faults.forEach(findings);
        return faults.isEmpty() ? Optional.of(replies) : Optional.empty();
    }

    private static String text(String field, @Nullable String text, YamlLines lines, List<Finding> faults) {
        if (text == null || text.isBlank()) {
            faults.add(
                    Finding.of(FILE, lines.line(YamlLines.at("", field)), Finding.Code.MISSING_FIELD, field));
            return "";
        }
        Set<String> known = PLACEHOLDERS.getOrDefault(field, Set.of());
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Finding.of(FILE, lines.line(YamlLines.at("", field)),
                        Finding.Code.UNKNOWN_REFERENCE, "{" + name + "}")));
        return text.strip();
    }

    /** The way to a person in the municipality's words; a contact without e-mail leaves its half sentence out. */
    String handover(Availability availability, String hours) {
        return filled(handover, availability).replace("{hours}", hours);
    }

    /** A template with the contact's name, phone and e-mail. */
    static String filled(String template, Availability availability) {
        String email = availability.contact().email();
        String text = email == null
                ? template.replaceFirst("[^.{}]*\\{email\\}", "")
                : template.replace("{email}", email);
        return text.replace("{name}", availability.contact().name())
                .replace("{phone}", availability.contact().phone());
    }
}
