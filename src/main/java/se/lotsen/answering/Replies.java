package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.Availability;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.StrictYaml;
import se.lotsen.knowledge.YamlLines;

/**
 * The sentences that a municipality writes for the assistant itself, from {@code replies.<lang>.yaml}. Every one is
 * mandatory, as an answer must never come out empty; where one of {@link #OPTIONAL} is left out, {@code topicOff} is said.
 */
record Replies(String noAnswer, String lowConfidence, String clarify, String failed, String handover,
        String stillUnclear, String topicOff, String reviewedFirst, String pageOutdated,
        String sourcesDisagree,
        String unknownLanguage, String searchOnly, String switchedOff) {
    /** Files of earlier versions do not have them. */
    static final Set<String> OPTIONAL = Set.of("searchOnly", "switchedOff");
    static final String FILE = "replies.sv.yaml";

    /** As written: any text may be missing. {@code person} belongs to {@code handover.PersonLines}. */
    record Fields(@Nullable String noAnswer, @Nullable String lowConfidence, @Nullable String clarify,
            @Nullable String failed, @Nullable String handover, @Nullable String stillUnclear,
            @Nullable String topicOff, @Nullable String reviewedFirst, @Nullable String pageOutdated,
            @Nullable String sourcesDisagree,
            @Nullable String unknownLanguage, @Nullable String searchOnly,
            @Nullable String switchedOff, @Nullable Map<String, @Nullable String> person) {
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
                text("unknownLanguage", fields.unknownLanguage(), lines, faults),
                optional("searchOnly", fields.searchOnly(), fields, lines, faults),
                optional("switchedOff", fields.switchedOff(), fields, lines, faults));
        faults.forEach(findings);
        return faults.isEmpty() ? Optional.of(replies) : Optional.empty();
    }

    private static String optional(String field, @Nullable String text, Fields fields, YamlLines lines,
            List<Finding> faults) {
        if (text == null) {
            // Where that one is missing, it is reported by itself.
            String instead = fields.topicOff();
            return instead == null ? "" : instead.strip();
        }
        return text(field, text, lines, faults);
    }

    private static String text(String field, @Nullable String text, YamlLines lines, List<Finding> faults) {
        if (text == null || text.isBlank()) {
            faults.add(
                    Finding.of(FILE, lines.line(YamlLines.at("", field)), Finding.Code.MISSING_FIELD, field));
            return "";
        }
        ReplyFields.unknown("sv", field, text)
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
