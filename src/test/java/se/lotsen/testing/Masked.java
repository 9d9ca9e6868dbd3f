package se.lotsen.testing;

import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.privacy.PublicContacts;

/** Masked text for tests, made by the mask as everywhere else. */
public final class Masked {
    public static final PersonalDataMask MASK = new PersonalDataMask(PublicContacts.none());

    private Masked() {
    }

    public static MaskedText masked(String text) {
        return MASK.mask(text);
    }
}
