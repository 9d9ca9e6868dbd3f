package se.lotsen.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an officer masks in a copy before it is released (OSL 2009:400); the original is never changed.
 *
 * @param parts numbers of parts that are masked whole
 * @param sentences single sentences, as {@code part.sentence}, both from 1
 * @param words words and phrases, masked wherever they stand as whole words, in whatever case
 * @param ground the provision that is relied on, as the officer wrote it
 */
record Redactions(Set<Integer> parts, Set<String> sentences, List<String> words, String ground) {
    static final Redactions NONE = new Redactions(Set.of(), Set.of(), List.of(), "");

    Redactions {
        parts = Set.copyOf(parts);
        sentences = Set.copyOf(sentences);
        words = List.copyOf(words);
    }

    /** How much was masked; the text is {@code records.scope.} and the name. */
    enum Scope {
        /** A whole part. */
        PART,
        /** One sentence. */
        SENTENCE,
        /** Words. */
        WORDS
    }

    /**
     * Where something was masked, and never what.
     *
     * @param place the sentence's number, or how many times words were masked; 0 for a whole part
     */
    record Redaction(int part, Scope scope, int place) {
        String code() {
            return part + ":" + scope + ":" + place;
        }
    }

    /** A copy and what is masked in it. */
    record Redacted(List<ReleasePart> parts, List<Redaction> redactions) {
    }

    boolean isNone() {
        return parts.isEmpty() && sentences.isEmpty() && words.isEmpty();
    }

    /** @param mask what is read in the place of what was masked: always the same, so that it tells no length */
    Redacted of(List<ReleasePart> original, String mask) {
        List<ReleasePart> copy = new ArrayList<>();
        List<Redaction> done = new ArrayList<>();
        for (ReleasePart part : original) {
            copy.add(of(part, mask, done));
        }
        return new Redacted(List.copyOf(copy), List.copyOf(done));
    }

    private ReleasePart of(ReleasePart part, String mask, List<Redaction> done) {
        if (parts.contains(part.number())) {
            done.add(new Redaction(part.number(), Scope.PART, 0));
            return new ReleasePart(part.number(), part.kind(), part.at(), part.who().isEmpty() ? "" : mask,
                    List.of(mask));
        }
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < part.sentences().size(); at++) {
            String sentence = part.sentences().get(at);
            if (sentences.contains(part.number() + "." + (at + 1))) {
                done.add(new Redaction(part.number(), Scope.SENTENCE, at + 1));
                kept.add(mask + sentence.substring(sentence.stripTrailing().length()));
            } else {
                kept.add(sentence);
            }
        }
        return withoutWords(new ReleasePart(part.number(), part.kind(), part.at(), part.who(), kept), mask,
                done);
    }

    /** A phrase may go over the end of a sentence, so the text is read as one. */
    private ReleasePart withoutWords(ReleasePart part, String mask, List<Redaction> done) {
        if (words.isEmpty()) {
            return part;
        }
        Pattern pattern = pattern();
        int found = count(pattern, part.text()) + count(pattern, part.who());
        if (found == 0) {
            return part;
        }
        done.add(new Redaction(part.number(), Scope.WORDS, found));
        String masked = Matcher.quoteReplacement(mask);
        return new ReleasePart(part.number(), part.kind(), part.at(),
                pattern.matcher(part.who()).replaceAll(masked),
                List.of(pattern.matcher(part.text()).replaceAll(masked)));
    }

    /** The longest first, so that a phrase goes before a word of it; blanks between words may be any. */
    private Pattern pattern() {
        String any = words.stream().sorted((a, b) -> b.length() - a.length())
                .map(word -> Pattern.compile("\\s+").splitAsStream(word.strip()).map(Pattern::quote)
                        .collect(Collectors.joining("\\s+")))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }

    /** Of those that wrote, for an officer to choose from. */
    static Set<String> names(List<ReleasePart> parts) {
        return parts.stream().map(ReleasePart::who).filter(who -> !who.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
