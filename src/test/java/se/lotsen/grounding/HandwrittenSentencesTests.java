package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/**
 * Sentences as a language model may write them; each may cite any one passage of its page. The bounds are what was reached
 * when the sentences were written; a false alarm costs a quotation instead, a miss an error, so the second may only fall.
 */
class HandwrittenSentencesTests {
    private final Library library = Library.read(KnowledgeFiles.shipped());
    private final GroundingCheck check = new GroundingCheck();

    private static List<String> lines(String name) throws IOException {
        try (var in = Objects.requireNonNull(HandwrittenSentencesTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private boolean holds(String line) {
        int bar = line.indexOf('|');
        return library.page(line.substring(0, bar)).orElseThrow().passages().stream()
                .anyMatch(passage -> check.check(line.substring(bar + 1), List.of(passage)).holds());
    }

    @Test
    void mostFreeRewordingsHold() throws IOException {
        List<String> alarmed = lines("true-sentences_sv.txt").stream().filter(line -> !holds(line)).toList();
        assertThat(alarmed).as("of 53").hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void nearlyAllFalsehoodsAreCaught() throws IOException {
        List<String> missed = lines("false-sentences_sv.txt").stream().filter(this::holds).toList();
        assertThat(missed).as("of 40").hasSizeLessThanOrEqualTo(4);
    }
}
