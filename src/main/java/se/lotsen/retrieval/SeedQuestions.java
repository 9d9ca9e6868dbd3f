package se.lotsen.retrieval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.lotsen.knowledge.KnowledgeFolder;

/**
 * Example questions by language, from which the mean question of each is worked out: the pages' own questions for the pages'
 * language, and for the others what the question files of the knowledge base hold. Nothing is learned from them but
 * that mean.
 *
 * @param byLanguage at most {@value #MOST} of each language, in a fixed order
 */
public record SeedQuestions(Map<String, List<String>> byLanguage) {
    /** More examples move a mean by less than they cost at the first start. */
    static final int MOST = 60;
    /** Question files with the columns id, lang, expected, pages, question. */
    private static final List<String> FILES = List.of("golden-questions.tsv",
            "evaluation/calibration-foreign.tsv");
    private static final int QUESTION = 4;

    /** None: questions are compared as they come. */
    public static final SeedQuestions NONE = new SeedQuestions(Map.of());

    /** The knowledge base's examples, as many as there are files for. */
    public static SeedQuestions read(KnowledgeFolder folder, Collection<IndexedPage> pages) {
        Map<String, List<String>> all = new TreeMap<>();
        pages.forEach(page -> all.computeIfAbsent(SwedishAnalysis.LANGUAGE, language -> new ArrayList<>())
                .addAll(page.questions()));
        for (String file : FILES) {
            folder.read(file, finding -> {
                // Without the file its language is centred by the others' mean: worse, but nothing fails.
            }).ifPresent(text -> text.lines().forEach(line -> {
                String[] cells = line.split("\t", -1);
                if (cells.length > QUESTION && !line.startsWith("#") && !cells[0].equals("id")
                        && !cells[1].equals(SwedishAnalysis.LANGUAGE)) {
                    all.computeIfAbsent(cells[1], language -> new ArrayList<>()).add(cells[QUESTION]);
                }
            }));
        }
        return of(all);
    }

    /** Evenly drawn where there are too many. */
    public static SeedQuestions of(Map<String, List<String>> questions) {
        Map<String, List<String>> drawn = new TreeMap<>();
        questions.forEach((language, all) -> {
            List<String> some = new ArrayList<>();
            int count = Math.min(MOST, all.size());
            for (int i = 0; i < count; i++) {
                some.add(all.get((int) ((long) i * all.size() / count)));
            }
            if (!some.isEmpty()) {
                drawn.put(language, List.copyOf(some));
            }
        });
        return new SeedQuestions(Map.copyOf(drawn));
    }

    /** Tells these examples, for this model, from others. */
    String digest(String model) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(model.getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(byLanguage).forEach((language, questions) -> digest
                    .update(("\n" + language + "\n" + String.join("\n", questions))
                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
