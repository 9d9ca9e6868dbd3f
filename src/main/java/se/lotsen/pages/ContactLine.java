package se.lotsen.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lotsen.answering.AnsweringProperties;
import se.lotsen.asking.Piece;
import se.lotsen.chat.ChatLanguage;
import se.lotsen.handover.Availability;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;

/**
 * Whom to call or write to, as pages show it; templates ask for it by the bean's name, so that it stands on every page,
 * also where something went wrong.
 */
class ContactLine {
    private final ContactCentre contactCentre;
    private final AvailabilityText availabilityText;
    private final String main;

    ContactLine(ContactCentre contactCentre, AvailabilityText availabilityText,
            AnsweringProperties properties) {
        this.contactCentre = contactCentre;
        this.availabilityText = availabilityText;
        this.main = properties.contact();
    }

    /**
     * Whom to call.
     *
     * @param hours whether a person can be reached now, in one or two sentences without a full stop
     * @param state the same without the contact's own words
     * @param ownWords what the contact itself says while it is closed, in Swedish; null for nothing
     */
    record Line(String name, String phone, String phoneHref, @Nullable String email,
            @Nullable String address, boolean openNow, String hours, String state,
            @Nullable String ownWords) {
    }

    /** Where everything is answered that has no door of its own, in Swedish. */
    public Line main() {
        return of(main);
    }

    /** The same in a page's language. */
    public Line main(Locale locale) {
        return of(main, locale);
    }

    /** @param contact a key of {@code contacts.yaml}; an unknown one leads to the main entrance */
    public Line of(String contact) {
        return of(contact, ChatLanguage.SWEDISH.locale());
    }

    private Line of(String contact, Locale locale) {
        String language = ChatLanguage.of(locale).tag();
        Availability now = contactCentre.availability(contact);
        return new Line(now.contact().name(), now.contact().phone(), Piece.phoneHref(now.contact().phone()),
                now.contact().email(), now.contact().visitingAddress(), now.openNow(),
                availabilityText.of(now, language),
                availabilityText.state(now, language), availabilityText.ownWords(now));
    }
}
