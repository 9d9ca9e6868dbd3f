package se.lotsen.privacy;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The only maker of {@link MaskedText} from raw text. It hides Swedish identity and coordination numbers, telephone
 * numbers, e-mail addresses and payment card numbers; the municipality's own contacts, service numbers, case, giro,
 * invoice and organisation numbers, amounts, dates and hours stay. Names and street addresses are not recognised.
 *
 * <p>The text is cleaned first (NFC, no control or invisible characters). Masking twice equals masking once, and the
 * work grows with the length of the text. Safe for use by many threads.
 */
public final class PersonalDataMask {
    /**
     * A hidden number can set its neighbour free to be recognised, so the text is read until nothing more is found:
     * four times at most among millions of random texts. The bound keeps the work linear whatever comes in.
     */
    private static final int MOST_READINGS = 8;

    private final PublicContacts contacts;
    private final Placeholders placeholders = Placeholders.swedish();
    private volatile KnownContacts known;

    /**
     * @param contacts what stays readable; asked at every masking, so it may change
     */
    public PersonalDataMask(PublicContacts contacts) {
        this.contacts = contacts;
        this.known = KnownContacts.of(contacts);
    }

    /**
     * Hides the personal data of a text.
     *
     * @param raw what a person typed, of any length; anything Java can hold
     */
    public MaskedText mask(String raw) {
        String text = CleanText.of(Objects.requireNonNull(raw));
        KnownContacts now = currentContacts();
        Set<PersonalDataKind> hidden = EnumSet.noneOf(PersonalDataKind.class);
        boolean found = true;
        for (int reading = 0; found && reading < MOST_READINGS; reading++) {
            Redaction emails = new Redaction(text, placeholders);
            EmailAddresses.hide(text, now, emails);
            String withoutEmails = emails.text();
            Redaction numbers = new Redaction(withoutEmails, placeholders);
            Numbers.hide(withoutEmails, now, numbers);
            text = numbers.text();
            hidden.addAll(emails.hidden());
            hidden.addAll(numbers.hidden());
            found = !emails.hidden().isEmpty() || !numbers.hidden().isEmpty();
        }
        return MaskedText.of(text, hidden);
    }

    private KnownContacts currentContacts() {
        KnownContacts current = known;
        if (!current.isCurrent(contacts)) {
            current = KnownContacts.of(contacts);
            known = current;
        }
        return current;
    }
}
