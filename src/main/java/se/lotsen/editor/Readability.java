package se.lotsen.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * How easy a page is to read. LIX is Björnsson's (1968): words for each sentence plus the share of words of more than six
 * letters in per cent; list items and table rows count as sentences where they are whole ones, and are left out where they
 * are not. Språklagen, section 11: an authority's language is cultivated, simple and understandable.
 *
 * @param words in running text
 * @param sentences in running text
 * @param lix null where there is too little text to say
 * @param meanLength words for each sentence; null likewise
 * @param longSentences those of more than {@value #LONG_SENTENCE} words
 * @param officialese words of offices that were found, each with what is said instead
 */
public record Readability(int words, int sentences, @Nullable Integer lix, @Nullable Double meanLength,
        List<String> longSentences, Map<String, String> officialese) {
    /** What a page should not be above; the median of an answer bank by domain practice. */
    public static final int LIX_AIM = 40;
    /** Words for each sentence, on the average. */
    public static final int LENGTH_AIM = 17;
    private static final int LONG_SENTENCE = 25;
    private static final int LONG_WORD = 6;
    private static final int ENOUGH = 20;
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final ResourceBundle OFFICIALESE = ResourceBundle.getBundle("se.lotsen.editor.officialese",
            Locale.of("sv"));

    /** Of a page's passages. */
    public static Readability of(List<Passage> passages) {
        List<String> sentences = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Passage passage : passages) {
            passage.headings().forEach(heading -> all.append(heading).append('\n'));
            for (Statement statement : passage.statements()) {
                all.append(statement.text()).append('\n');
                if (statement.form() == Statement.Form.SENTENCE) {
                    sentences.add(statement.text());
                }
            }
        }
        return of(sentences, all.toString());
    }

    private static Readability of(List<String> sentences, String all) {
        int words = 0;
        int longWords = 0;
        List<String> tooLong = new ArrayList<>();
        for (String sentence : sentences) {
            List<String> own = words(sentence);
            words += own.size();
            longWords += (int) own.stream().filter(word -> word.length() > LONG_WORD).count();
            if (own.size() > LONG_SENTENCE) {
                tooLong.add(sentence);
            }
        }
        boolean enough = words >= ENOUGH;
        double mean = sentences.isEmpty() ? 0 : (double) words / sentences.size();
        return new Readability(words, sentences.size(),
                enough ? (int) Math.round(mean + 100.0 * longWords / words) : null, enough ? mean : null,
                tooLong,
                officialese(all));
    }

    private static Map<String, String> officialese(String text) {
        String folded = " " + String.join(" ", words(text.toLowerCase(Locale.ROOT))) + " ";
        Map<String, String> found = new TreeMap<>();
        OFFICIALESE.keySet().forEach(key -> {
            String phrase = key.replace('_', ' ');
            if (folded.contains(" " + phrase + " ")) {
                found.put(phrase, OFFICIALESE.getString(key));
            }
        });
        return found;
    }

    private static List<String> words(String text) {
        return WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
}
