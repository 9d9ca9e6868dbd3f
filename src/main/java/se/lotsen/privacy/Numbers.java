package se.lotsen.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Hides identity, card and telephone numbers in one walk over the text. Every number begins and ends with a group of
 * digits; what was decided on is out of sight for what follows, exactly as if its placeholder stood there already.
 */
final class Numbers {
    private final CharSequence text;
    private final KnownContacts known;
    private final Redaction redaction;

    private Numbers(CharSequence text, KnownContacts known, Redaction redaction) {
        this.text = text;
        this.known = known;
        this.redaction = redaction;
    }

    /** Hides what is neither the municipality's own nor a service number. */
    static void hide(CharSequence text, KnownContacts known, Redaction redaction) {
        Numbers walk = new Numbers(text, known, redaction);
        int at = Digits.find(text, 0);
        while (at != Digits.NONE) {
            int end = walk.decide(new DigitWindow(text, at, redaction.floor()));
            at = Digits.find(text, end);
        }
    }

    /** Decides on the number at the beginning of the window; returns where to look on. */
    private int decide(DigitWindow window) {
        int card = PaymentCards.length(window);
        if (card > 0) {
            return hide(window, window.start(), card, PersonalDataKind.PAYMENT_CARD);
        }
        IdentityNumbers.@Nullable Reading identity = IdentityNumbers.read(window);
        if (identity != null && identity.spelling() == IdentityNumbers.Spelling.USUAL) {
            return hide(window, window.start(), identity.length(), PersonalDataKind.IDENTITY_NUMBER);
        }
        PhoneNumbers.@Nullable Reading phone = PhoneNumbers.read(window, known);
        if (identity != null && isRatherIdentity(identity, phone)) {
            return hide(window, window.start(), identity.length(), PersonalDataKind.IDENTITY_NUMBER);
        }
        if (phone == null) {
            return Digits.groupEnd(text, window.start());
        }
        if (phone.owner() != PhoneNumbers.Owner.PERSON) {
            redaction.leave(window.end(phone.length()));
            return redaction.floor();
        }
        return hide(window, phone.start(), phone.length(), PersonalDataKind.PHONE);
    }

    /** Ten digits in a row can be both; then only the municipality's own telephone number goes first. */
    private static boolean isRatherIdentity(IdentityNumbers.Reading identity,
            PhoneNumbers.@Nullable Reading phone) {
        return phone == null || (identity.spelling() == IdentityNumbers.Spelling.BARE
                && phone.owner() != PhoneNumbers.Owner.MUNICIPALITY);
    }

    private int hide(DigitWindow window, int from, int length, PersonalDataKind kind) {
        redaction.hide(from, window.end(length), kind);
        return redaction.floor();
    }
}
