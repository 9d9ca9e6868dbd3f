package se.lotsen.privacy;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Text in which personal data has been replaced by a placeholder such as {@code [personnummer]}; the only text that may
 * be stored, indexed, logged by content, or sent to a model. Only {@link PersonalDataMask} makes one from raw text.
 */
public final class MaskedText {
    private static final Placeholders PLACEHOLDERS = Placeholders.swedish();

    private final String value;
    private final Set<PersonalDataKind> hidden;

    private MaskedText(String value, Set<PersonalDataKind> hidden) {
        this.value = Objects.requireNonNull(value);
        this.hidden = hidden.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(hidden));
    }

    /** For {@link PersonalDataMask} alone. */
    static MaskedText of(String value, Set<PersonalDataKind> hidden) {
        return new MaskedText(value, hidden);
    }

    /**
     * Takes back text that was masked before it was stored. For the conversation's store alone (an architecture rule
     * holds everybody else off): raw text must go through {@link PersonalDataMask}.
     */
    public static MaskedText restored(String storedValue, Set<PersonalDataKind> hidden) {
        return new MaskedText(storedValue, hidden);
    }

    /** This text and another as one, with a space between; what was hidden in either stays hidden. */
    public MaskedText followedBy(MaskedText other) {
        EnumSet<PersonalDataKind> both = EnumSet.noneOf(PersonalDataKind.class);
        both.addAll(hidden);
        both.addAll(other.hidden);
        return new MaskedText(value + " " + other.value, both);
    }

    /** The text with its placeholders; never null, may be empty. */
    public String value() {
        return value;
    }

    /**
     * The text without its placeholders, for searching: "[telefonnummer]" says nothing of what a person asks, but it is a
     * word that pages have.
     */
    public String withoutPlaceholders() {
        String text = value;
        for (PersonalDataKind kind : hidden) {
            text = text.replace(PLACEHOLDERS.text(kind), " ");
        }
        return text;
    }

    /** The kinds that were hidden in this text; empty when nothing was. */
    public Set<PersonalDataKind> hidden() {
        return hidden;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaskedText that && value.equals(that.value) && hidden.equals(that.hidden);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Deliberately without the text, so that a stray log statement cannot print a question. */
    @Override
    public String toString() {
        return "MaskedText[" + value.length() + " characters, hidden " + hidden + "]";
    }
}
