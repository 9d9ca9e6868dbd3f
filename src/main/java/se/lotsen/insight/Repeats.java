package se.lotsen.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;

/**
 * Questions that ask again what was not solved: in the same conversation, at most 24 hours after an unsolved question that
 * is close to it. Close are two questions that found the same page first, or that share at least half of the stems that
 * either has (Jaccard). A citizen who begins a new conversation is somebody else here: nobody is followed.
 */
final class Repeats {
    /** How long an unsolved question is waited for. */
    static final Duration WITHIN = Duration.ofHours(24);
    private static final double SHARED = 0.5;
    private static final Analyzer STEMS = new SwedishAnalyzer();

    private Repeats() {
    }

    /** @param questions oldest first, from at least {@link #WITHIN} before those that matter */
    static Set<PastQuestion> among(List<PastQuestion> questions) {
        Map<ConversationId, List<PastQuestion>> unsolved = new HashMap<>();
        Set<PastQuestion> repeats = new HashSet<>();
        for (PastQuestion question : questions) {
            if (Endings.asks(question.outcome())) {
                List<PastQuestion> before = unsolved.computeIfAbsent(question.conversation(),
                        any -> new ArrayList<>());
                if (before.stream().anyMatch(earlier -> repeats(question, earlier))) {
                    repeats.add(question);
                }
                if (Endings.isUnsolved(question)) {
                    before.add(question);
                }
            }
        }
        return repeats;
    }

    private static boolean repeats(PastQuestion question, PastQuestion earlier) {
        return Duration.between(earlier.at(), question.at()).compareTo(WITHIN) <= 0
                && (sameFirstPage(question, earlier)
                        || shared(stems(question), stems(earlier)) >= SHARED);
    }

    private static boolean sameFirstPage(PastQuestion one, PastQuestion other) {
        return !one.pages().isEmpty() && !other.pages().isEmpty()
                && one.pages().getFirst().equals(other.pages().getFirst());
    }

    /** Of the stems that either has; 0 where neither has any. */
    private static double shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }

    private static Set<String> stems(PastQuestion question) {
        Set<String> stems = new HashSet<>();
        try (TokenStream stream = STEMS.tokenStream("", question.text().value())) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }
}
