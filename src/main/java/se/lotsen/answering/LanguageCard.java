package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.StrictYaml;

/**
 * What a citizen is told who asks in a language that no page speaks, in that language: from {@code replies.<lang>.yaml}.
 *
 * @param card whole sentences
 * @param pages a line before the Swedish pages that may help
 * @param handover the way to a person, with {@code {name}}, {@code {phone}} and {@code {email}}
 * @param machineTranslation what stands before an answer that a model has translated
 * @param inSwedish what stands before an answer that is quoted in Swedish
 */
record LanguageCard(List<String> card, String pages, String handover, String machineTranslation,
        String inSwedish) {

    /** As written: anything may be missing. {@code person} belongs to {@code handover.PersonLines}. */
    record Fields(@Nullable List<String> card, @Nullable String pages, @Nullable String handover,
            @Nullable String machineTranslation, @Nullable String inSwedish,
            @Nullable Map<String, @Nullable String> person) {
    }

    static String file(String language) {
        return "replies." + language + ".yaml";
    }

    static Optional<LanguageCard> read(KnowledgeFolder folder, String language, Consumer<Finding> findings) {
        String file = file(language);
        return folder.read(file, findings)
                .flatMap(yaml -> StrictYaml.read(file, 1, yaml, Fields.class, findings))
                .flatMap(fields -> complete(file, language, fields, findings));
    }

    private static Optional<LanguageCard> complete(String file, String language, Fields fields,
            Consumer<Finding> findings) {
        List<Finding> faults = new ArrayList<>();
        List<String> card = fields.card();
        if (card == null || card.isEmpty()
                || card.stream().anyMatch(line -> line == null || line.isBlank())) {
            faults.add(Finding.of(file, 0, Finding.Code.MISSING_FIELD, "card"));
        }
        LanguageCard whole = new LanguageCard(
                card == null ? List.of() : card.stream().filter(Objects::nonNull).map(String::strip).toList(),
                text(file, language, "pages", fields.pages(), faults),
                text(file, language, "handover", fields.handover(), faults),
                text(file, language, "machineTranslation", fields.machineTranslation(), faults),
                text(file, language, "inSwedish", fields.inSwedish(), faults));
        faults.forEach(findings);
        return faults.isEmpty() ? Optional.of(whole) : Optional.empty();
    }

    private static String text(String file, String language, String field, @Nullable String text,
            List<Finding> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Finding.of(file, 0, Finding.Code.MISSING_FIELD, field));
            return "";
        }
        ReplyFields.unknown(language, field, text).forEach(name -> faults
                .add(Finding.of(file, 0, Finding.Code.UNKNOWN_REFERENCE, "{" + name + "}")));
        return text.strip();
    }
}
