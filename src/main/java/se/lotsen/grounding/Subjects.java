package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;

/** What two passages are about, by their titles and headings; the title stands first. */
record Subjects(List<ReadStatement> ours, List<ReadStatement> theirs) {
    private static final int PART = 4;

    /** Whether a heading of one has a word of a heading of the other, or a compound with the same end. */
    boolean shareAWord() {
        List<String> words = words(ours);
        return words(theirs).stream().anyMatch(other -> words.stream().anyMatch(one -> isLike(one, other)));
    }

    /** Whether the word stands in one of the titles, or is a compound with the same end as one of theirs. */
    boolean names(String word) {
        List<String> titles = new ArrayList<>(words(ours.subList(0, 1)));
        titles.addAll(words(theirs.subList(0, 1)));
        return titles.stream().anyMatch(title -> isLike(title, word));
    }

    private static List<String> words(List<ReadStatement> headings) {
        return headings.stream().flatMap(heading -> heading.own().stream())
                .filter(item -> !Words.isGlue(item.written())).map(Item::key).toList();
    }

    private static boolean isLike(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - shared) == other.charAt(other.length() - 1 - shared)) {
            shared++;
        }
        return shared >= PART && Character.isLetter(one.charAt(0));
    }
}
