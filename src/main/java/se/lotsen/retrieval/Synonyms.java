package se.lotsen.retrieval;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
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

    /** The folder's list; a missing one is empty, a broken one is empty with a finding for each
     * broken line. */
    public static Optional<Synonyms> read(KnowledgeFolder folder, Consumer<Finding> findings) {
        Optional<String> text = folder.read(FILE, findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Finding> faults = faults(text.get());
        faults.forEach(findings);
        return faults.isEmpty() ? text.map(Synonyms::new) : Optional.empty();
    }

    /** Each line is read alone: the parser stops at the first fault and does not tell where it is. */
    private static List<Finding> faults(String text) {
        List<Finding> faults = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                SwedishAnalysis.stemsWithSynonyms(line);
            } catch (ParseException e) {
                faults.add(Finding.of(FILE, number, Finding.Code.INVALID_VALUE, line.strip()));
            }
        }
        return faults;
    }
}
