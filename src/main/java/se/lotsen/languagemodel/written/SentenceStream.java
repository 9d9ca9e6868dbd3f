package se.lotsen.languagemodel.written;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.knowledge.Sentences;

/**
 * Cuts a stream into sentences with the passages that they cite. A sentence is held until its citation is there, and is
 * given out with the citation's closing bracket, or with the next sign where the sentence's end is still in doubt. Not
 * thread-safe.
 */
final class SentenceStream {
    /** Text without any citation is given up when it is longer than this. */
    private static final int LONGEST = 900;
    /** No citation has more characters: one that begins within the longest text is whole after so many more. */
    private static final int LONGEST_CITATION = 32;
    private static final Pattern CITATION = Pattern
            .compile("\\[\\s?(\\d{1,3}(?:\\s?[,;]\\s?\\d{1,3}){0,4})\\s?]");
    private static final Pattern WITH_SPACE = Pattern.compile("\\s*" + CITATION.pattern());
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String ENDS = ".!?";

    private final StringBuilder held = new StringBuilder();

    /**
     * A sentence as the model wrote it.
     *
     * @param cited numbers of passages; empty where it cites none
     */
    record Cited(String text, List<Integer> cited) {
    }

    /** What is whole now. */
    List<Cited> add(String part) {
        held.append(part);
        return taken(false);
    }

    /** What is whole at the end of the stream; a sentence without its citation is not. */
    List<Cited> end() {
        List<Cited> last = new ArrayList<>(taken(true));
        uncited(held.toString(), last);
        held.setLength(0);
        return last;
    }

    private List<Cited> taken(boolean ended) {
        List<Cited> whole = new ArrayList<>();
        int from = 0;
        while (true) {
            Matcher citation = CITATION.matcher(held);
            boolean found = citation.find(from);
            if (!found || citation.start() > LONGEST) {
                if (held.length() <= LONGEST + LONGEST_CITATION && !(found && ended)) {
                    return whole;
                }
                giveUp(whole);
                from = 0;
                continue;
            }
            String text = held.substring(0, citation.start()).strip();
            boolean closed = text.isEmpty() || ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
            List<Integer> cited = numbers(citation.group(1));
            int end = closed ? citation.end() : behind(citation.end(), cited);
            int next = next(end);
            if (!closed && isInDoubt(next) && !ended) {
                return whole;
            }
            if (!closed && next < held.length() && continues(held.charAt(next))) {
                from = end;
                continue;
            }
            addSentences(text, cited, whole);
            held.delete(0, end);
            from = 0;
        }
    }

    /** Always the same stretch, however the stream came in parts. */
    private void giveUp(List<Cited> whole) {
        int end = Character.isHighSurrogate(held.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        uncited(held.substring(0, end), whole);
        held.delete(0, end);
    }

    private static void uncited(String text, List<Cited> whole) {
        String one = begun(text);
        if (!one.isEmpty()) {
            whole.add(new Cited(one, List.of()));
        }
    }

    /** The end of the citations that follow right behind one; theirs are added to its numbers. */
    private int behind(int from, List<Integer> cited) {
        int end = from;
        Matcher more = CITATION.matcher(held);
        while (more.region(next(end), held.length()).lookingAt()) {
            cited.addAll(numbers(more.group(1)));
            end = more.end();
        }
        return end;
    }

    /** Whether what comes may be another citation, or nothing has come yet. */
    private boolean isInDoubt(int next) {
        Matcher more = CITATION.matcher(held).region(next, held.length());
        return next == held.length() || !more.lookingAt() && more.hitEnd();
    }

    private int next(int from) {
        int next = from;
        while (next < held.length() && held.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    /** A citation in the middle of a sentence: it goes on in small letters, with a figure, or after a comma. */
    private static boolean continues(char next) {
        return Character.isLowerCase(next) || Character.isDigit(next) || ",;:(){%".indexOf(next) >= 0;
    }

    /** What stands before one citation shares it, line by line and sentence by sentence. */
    private static void addSentences(String text, List<Integer> cited, List<Cited> whole) {
        for (String line : WITH_SPACE.matcher(text).replaceAll("").split("\\R")) {
            for (String sentence : Sentences.of(ModelText.withoutListMark(begun(line)))) {
                String one = begun(sentence);
                if (!one.isEmpty()) {
                    boolean wholeAlready = (ENDS + ":").indexOf(one.charAt(one.length() - 1)) >= 0;
                    whole.add(new Cited(wholeAlready ? one : one + ".", cited));
                }
            }
        }
    }

    /** Without what is left of the sentence before. */
    private static String begun(String text) {
        String one = text.strip();
        while (!one.isEmpty() && (ENDS + ",;:").indexOf(one.charAt(0)) >= 0) {
            one = one.substring(1).strip();
        }
        return one;
    }

    private static List<Integer> numbers(String group) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(group);
        while (number.find()) {
            numbers.add(Integer.parseInt(number.group()));
        }
        return numbers;
    }
}
