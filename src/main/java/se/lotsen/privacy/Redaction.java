package se.lotsen.privacy;

import java.util.EnumSet;
import java.util.Set;

/** A text in the making: pieces of the original and placeholders, from left to right. */
final class Redaction {
    private final CharSequence original;
    private final Placeholders placeholders;
    private final StringBuilder written = new StringBuilder();
    private final Set<PersonalDataKind> hidden = EnumSet.noneOf(PersonalDataKind.class);
    private int copied;
    private int floor;

    Redaction(CharSequence original, Placeholders placeholders) {
        this.original = original;
        this.placeholders = placeholders;
    }

    /** Puts the kind's placeholder where {@code from..to} stood; {@code from} must not lie before {@link #floor()}. */
    void hide(int from, int to, PersonalDataKind kind) {
        written.append(original, copied, from).append(placeholders.text(kind));
        hidden.add(kind);
        copied = to;
        floor = to;
    }

    /** Leaves everything before {@code to} as it stands: it has been recognised as nothing to hide. */
    void leave(int to) {
        floor = to;
    }

    /** The end of the last piece that was decided on; later pieces neither begin nor look for neighbours before it. */
    int floor() {
        return floor;
    }

    /** The finished text; the redaction is used up. */
    String text() {
        String whole = written.append(original, copied, original.length()).toString();
        copied = original.length();
        return whole;
    }

    Set<PersonalDataKind> hidden() {
        return hidden;
    }
}
