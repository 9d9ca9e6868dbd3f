package se.lotsen.privacy;

/** The kinds of personal data that are hidden before a text is kept; the name of a kind is stable in stored events. */
public enum PersonalDataKind {
    /** A Swedish personal identity number (personnummer) or coordination number (samordningsnummer). */
    IDENTITY_NUMBER,
    /** A telephone number that is not the municipality's own. */
    PHONE,
    /** An e-mail address that is not the municipality's own. */
    EMAIL,
    /** A payment card number. */
    PAYMENT_CARD
}
