package se.lotsen.evaluation;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import se.lotsen.extraction.Extraction;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.SourceDocument;

/**
 * Whether whatever somebody makes of a document is imported or left out with a reason, in time and in little memory, and
 * whether sound documents are read as ever beside it.
 */
public final class MutationEvaluation {
    /** What a document may ask for in all before it is counted as large. */
    static final long LARGE = 64_000_000;
    /** What a document may take. */
    static final long LONGEST_MS = 5_000;
    private static final int SOUND_EVERY = 50;
    private static final URI ADDRESS = URI.create("https://www.asby.example/dokument");

    private MutationEvaluation() {
    }

    /**
     * What was found.
     *
     * @param outcomes how many ended how: {@code PAGES} or the reason's name
     * @param late how many took longer than {@value #LONGEST_MS} ms
     * @param slowest milliseconds, of the one that took longest
     * @param large how many have ever asked for more than 64 MB in all, most of which is given back at once
     * @param largest bytes that one has asked for in all
     * @param harmed how many sound pages between them were read otherwise than before
     * @param slowestHow and {@code largestHow}: how these were made
     */
    public record Figures(long seed, int inputs, Map<String, Integer> outcomes, int late, long slowest,
            String slowestHow, int large, long largest, String largestHow, int sound, int harmed) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("seed", seed);
            json.put("inputs", inputs);
            json.put("outcomes", outcomes);
            json.put("late", late);
            json.put("slowestMs", slowest);
            json.put("slowestHow", slowestHow);
            json.put("large", large);
            json.put("largestBytes", largest);
            json.put("largestHow", largestHow);
            json.put("sound", sound);
            json.put("harmed", harmed);
            return json;
        }
    }

    /** Reads that many documents. */
    public static Figures run(int inputs, long seed) throws InterruptedException {
        Extractor extractor = new Extractor();
        DocumentMutations mutations = new DocumentMutations(seed);
        Extraction before = extractor.read(sound());
        Tally tally = new Tally();
        for (int i = 1; i <= inputs; i++) {
            DocumentMutations.Mutated made = mutations.next();
            tally.add(made, extractor
                    .measure(SourceDocument.of(made.kind(), made.bytes(), null, "dokument", ADDRESS)));
            if (i % SOUND_EVERY == 0) {
                tally.sound++;
                tally.harmed += extractor.read(sound()).equals(before) ? 0 : 1;
            }
        }
        return new Figures(seed, inputs, tally.outcomes, tally.late, tally.slowest, tally.slowestHow,
                tally.large,
                tally.largest, tally.largestHow, tally.sound, tally.harmed);
    }

    private static SourceDocument sound() {
        return SourceDocument.of(SourceDocument.Kind.HTML, DocumentMutations.sound(), null, "sida", ADDRESS);
    }

    private static final class Tally {
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private int late;
        private long slowest;
        private String slowestHow = "";
        private int large;
        private long largest;
        private String largestHow = "";
        private int sound;
        private int harmed;

        void add(DocumentMutations.Mutated made, Extractor.Measured measured) {
            outcomes.merge(switch (measured.extraction()) {
                case Extraction.Pages pages -> "PAGES";
                case Extraction.Nothing nothing -> nothing.fault().name();
            }, 1, Integer::sum);
            late += measured.time().toMillis() > LONGEST_MS ? 1 : 0;
            large += measured.allocated() > LARGE ? 1 : 0;
            if (measured.time().toMillis() > slowest) {
                slowest = measured.time().toMillis();
                slowestHow = made.how();
            }
            if (measured.allocated() > largest) {
                largest = measured.allocated();
                largestHow = made.how();
            }
        }
    }
}
