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
    private static final Pattern CITATION = Pattern
            .compile("\\[\\s*(\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3})*)\\s*]");
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
        if (!held.toString().isBlank()) {
            last.add(new Cited(held.toString().strip(), List.of()));
        }
        held.setLength(0);
        return last;
    }

    private List<Cited> taken(boolean ended) {
        List<Cited> whole = new ArrayList<>();
        int from = 0;
        while (true) {
            Matcher citation = CITATION.matcher(held);
            if (!citation.find(from)) {
                break;
            }
            String text = held.substring(0, citation.start()).strip();
            boolean closed = !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
            int next = next(citation.end());
            if (!closed && next == held.length() && !ended) {
                return whole;
            }
            if (!closed && next < held.length() && continues(held.charAt(next))) {
                from = citation.end();
                continue;
            }
            addSentences(text, numbers(citation.group(1)), whole);
            held.delete(0, citation.end());
            from = 0;
        }
        if (held.length() > LONGEST) {
            whole.add(new Cited(held.toString().strip(), List.of()));
            held.setLength(0);
        }
        return whole;
    }

    private int next(int from) {
        int next = from;
        while (next < held.length() && held.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    /** A citation in the middle of a sentence: the sentence goes on in small letters or after a comma. */
    private static boolean continues(char next) {
        return Character.isLowerCase(next) || next == ',' || next == ';' || next == ')';
    }

    /** What stands before one citation shares it, line by line and sentence by sentence. */
    private static void addSentences(String text, List<Integer> cited, List<Cited> whole) {
        for (String line : CITATION.matcher(text).replaceAll("").split("\\R")) {
            for (String sentence : Sentences.of(line.strip())) {
                String one = sentence.strip();
                while (!one.isEmpty() && (ENDS + ",;:").indexOf(one.charAt(0)) >= 0) {
                    one = one.substring(1).strip();
                }
                if (!one.isEmpty()) {
                    whole.add(new Cited(ENDS.indexOf(one.charAt(one.length() - 1)) < 0 ? one + "." : one,
                            cited));
                }
            }
        }
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
