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
        if (identity != null && isRatherIdentity(window, identity, phone)) {
            return hide(window, window.start(), identity.length(), PersonalDataKind.IDENTITY_NUMBER);
        }
        int spokenEnd = SpokenIdentityNumbers.end(window);
        if (spokenEnd > 0) {
            redaction.hide(window.start(), spokenEnd, PersonalDataKind.IDENTITY_NUMBER);
            return redaction.floor();
        }
        return phone == null ? Digits.groupEnd(text, window.start()) : decide(window, phone);
    }

    private int decide(DigitWindow window, PhoneNumbers.Reading phone) {
        if (phone.owner() != PhoneNumbers.Owner.PERSON) {
            redaction.leave(window.end(phone.length()));
            return redaction.floor();
        }
        return hide(window, phone.start(), phone.length(), PersonalDataKind.PHONE);
    }

    /**
     * Ten digits in a row, or in pairs with nothing but spaces between, can be both; then only the municipality's own
     * telephone number goes first, and in pairs one that begins with a plus sign.
     */
    private static boolean isRatherIdentity(DigitWindow window, IdentityNumbers.Reading identity,
            PhoneNumbers.@Nullable Reading phone) {
        if (phone == null) {
            return true;
        }
        return phone.owner() != PhoneNumbers.Owner.MUNICIPALITY && switch (identity.spelling()) {
            case BARE -> true;
            case PAIRS -> phone.start() == window.start()
                    && window.spelt(identity.length()).chars().noneMatch(c -> "-.()/".indexOf(c) >= 0);
            case USUAL, UNUSUAL -> false;
        };
    }

    private int hide(DigitWindow window, int from, int length, PersonalDataKind kind) {
        redaction.hide(from, window.end(length), kind);
        return redaction.floor();
    }
}
