package se.lotsen.retrieval;

import java.text.ParseException;
import java.util.Optional;
import java.util.function.Consumer;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/**
 * An editor's list of words that mean the same, {@code synonyms.sv.txt}, in Solr's format: equal words on one line,
 * separated by commas.
 *
 * @param solrFormat a list that was parsed without fault; may be empty
 */
public record Synonyms(String solrFormat) {
    static final String FILE = "synonyms.sv.txt";

    /** The folder's list; a missing one is empty, a broken one is empty with a finding for its line. */
    public static Optional<Synonyms> read(KnowledgeFolder folder, Consumer<Finding> findings) {
        Optional<String> text = folder.read(FILE, findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            SwedishAnalysis.stemsWithSynonyms(text.get());
            return text.map(Synonyms::new);
        } catch (ParseException e) {
            findings.accept(Finding.of(FILE, e.getErrorOffset(), Finding.Code.INVALID_VALUE, FILE));
            return Optional.empty();
        }
    }
}
