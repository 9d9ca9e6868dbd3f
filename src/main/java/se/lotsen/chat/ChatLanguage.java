package se.lotsen.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A language of the citizen's interface: what stands around answers and messages, not what they say. For each there is a
 * file {@code messages_<tag>.properties}. What nobody can read is Swedish, never an error.
 */
public enum ChatLanguage {
    SWEDISH("sv"),
    /** Short sentences and everyday words, CEFR A2; a language tag's private part, as none is registered. */
    EASY_SWEDISH("sv-x-lattlast"), ENGLISH("en"), FINNISH("fi"), ARABIC("ar"), SOMALI("so");

    private static final String NUMBERS = "-u-nu-latn";

    private final String tag;
    private final Locale locale;

    ChatLanguage(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag("ar".equals(tag) ? tag + NUMBERS : tag);
    }

    /**
     * The language of a tag as browsers and hosts write it, such as {@code en-GB} or {@code sv_SE}.
     *
     * @param tag null, unknown or no tag at all is Swedish
     */
    public static ChatLanguage of(@Nullable String tag) {
        return find(tag).orElse(SWEDISH);
    }

    /** The language that texts are in for a locale; as for its tag. */
    public static ChatLanguage of(Locale locale) {
        return of(locale.toLanguageTag());
    }

    /** The same, or nothing for a language that the interface does not have. */
    public static Optional<ChatLanguage> find(@Nullable String tag) {
        if (tag == null || tag.length() > 35) {
            return Optional.empty();
        }
        Locale wanted = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        if (EASY_SWEDISH.locale.equals(wanted)) {
            return Optional.of(EASY_SWEDISH);
        }
        for (ChatLanguage language : values()) {
            if (language.tag.equals(wanted.getLanguage())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** BCP 47, as it stands in {@code lang} attributes, addresses and {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** For texts, dates and numbers; Arabic with Latin digits, as they are written in Sweden. Not always {@link #tag}. */
    public Locale locale() {
        return locale;
    }

    /** {@code ltr} or {@code rtl}, as it stands in {@code dir} attributes. */
    public String direction() {
        return this == ARABIC ? "rtl" : "ltr";
    }

    /** What the language calls itself, such as {@code Suomi}. */
    public String ownName() {
        return OwnNames.FILE.getString(tag);
    }

    /** Whether texts are the municipality's own, unsimplified Swedish: addresses need not name it. */
    public boolean isSwedish() {
        return this == SWEDISH;
    }

    private static final class OwnNames {
        private static final ResourceBundle FILE = ResourceBundle.getBundle("se.lotsen.chat.languages",
                Locale.ROOT);
    }
}
