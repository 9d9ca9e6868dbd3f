package se.lotsen.answering;

import java.util.List;
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
 */
record LanguageCard(List<String> card, String pages, String handover) {

    /** As written: anything may be missing. */
    record Fields(@Nullable List<String> card, @Nullable String pages, @Nullable String handover) {
    }

    static String file(String language) {
        return "replies." + language + ".yaml";
    }

    static Optional<LanguageCard> read(KnowledgeFolder folder, String language, Consumer<Finding> findings) {
        String file = file(language);
        return folder.read(file, findings)
                .flatMap(yaml -> StrictYaml.read(file, 1, yaml, Fields.class, findings))
                .flatMap(fields -> complete(file, fields, findings));
    }

    private static Optional<LanguageCard> complete(String file, Fields fields, Consumer<Finding> findings) {
        List<String> card = fields.card();
        String pages = fields.pages();
        String handover = fields.handover();
        if (card == null || card.isEmpty()
                || card.stream().anyMatch(line -> line == null || line.isBlank())) {
            findings.accept(Finding.of(file, 0, Finding.Code.MISSING_FIELD, "card"));
            return Optional.empty();
        }
        if (pages == null || pages.isBlank()) {
            findings.accept(Finding.of(file, 0, Finding.Code.MISSING_FIELD, "pages"));
            return Optional.empty();
        }
        if (handover == null || handover.isBlank()) {
            findings.accept(Finding.of(file, 0, Finding.Code.MISSING_FIELD, "handover"));
            return Optional.empty();
        }
        return Optional.of(new LanguageCard(card.stream().map(String::strip).toList(), pages.strip(),
                handover.strip()));
    }
}
