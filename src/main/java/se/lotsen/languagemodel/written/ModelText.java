package se.lotsen.languagemodel.written;

import java.util.Optional;
import java.util.regex.Pattern;
import se.lotsen.languagemodel.Utterance.Slip;

/** The form that a sentence must have, whatever it says. */
final class ModelText {
    private static final int LONGEST = 400;
    private static final Pattern LIST_MARK = Pattern.compile("^\\s*(?:[-*•–]|\\d{1,2}[.)])\\s+");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__");
    /** A bracket, too: what is left of one is a citation of something that was not given, or half a link. */
    private static final Pattern MARKUP = Pattern
            .compile(
                    "^(?:#{1,6}\\s|>|\\|)|<\\s*[/!a-zA-Z]|[\\[\\]【】]|`|&[a-zA-Z#]\\w*;|\\bdata:|javascript:");
    private static final Pattern OWN_LINK = Pattern.compile(
            "(?i)https?:|www\\.|\\b[\\w-]+\\.(?:se|com|org|net|io|example|invalid|test)\\b(?!\\w)|@");
    private static final Pattern FIRST_PERSON = Pattern.compile("(?iU)\\b(?:jag|mig)\\b");

    private ModelText() {
    }

    /** Without the marks of lists and emphasis that models add unasked. */
    static String plain(String text) {
        return EMPHASIS.matcher(withoutListMark(text)).replaceAll("").strip();
    }

    /** Without the mark of a list's item at the beginning. */
    static String withoutListMark(String line) {
        return LIST_MARK.matcher(line).replaceFirst("");
    }

    /** @param text with tokens in the place of values, so that every link in it is the model's own */
    static Optional<Slip> slip(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(Slip.TOO_LONG);
        }
        if (MARKUP.matcher(text).find()) {
            return Optional.of(Slip.MARKUP);
        }
        if (OWN_LINK.matcher(text).find()) {
            return Optional.of(Slip.UNKNOWN_VALUE);
        }
        if (FIRST_PERSON.matcher(text).find()) {
            return Optional.of(Slip.FIRST_PERSON);
        }
        return Character.isLowerCase(text.codePointAt(0)) ? Optional.of(Slip.FRAGMENT) : Optional.empty();
    }
}
