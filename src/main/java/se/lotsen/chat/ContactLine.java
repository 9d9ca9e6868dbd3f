package se.lotsen.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.answering.AnsweringProperties;
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

    /** @param hours whether a person can be reached now, in a sentence without a full stop */
    record Line(String name, String phone, String phoneHref, @Nullable String email,
            @Nullable String address, boolean openNow, String hours) {
    }

    /** A piece of text; one with a target is a link. */
    record Piece(String text, @Nullable String href) {
    }

    /** Where everything is answered that has no door of its own. */
    public Line main() {
        return of(main);
    }

    /** @param contact a key of {@code contacts.yaml}; an unknown one leads to the main entrance */
    public Line of(String contact) {
        Availability now = contactCentre.availability(contact);
        return new Line(now.contact().name(), now.contact().phone(), phoneHref(now.contact().phone()),
                now.contact().email(), now.contact().visitingAddress(), now.openNow(),
                availabilityText.of(now));
    }

    /** A sentence whose phone number and e-mail address can be touched. */
    static List<Piece> pieces(String text, String phone, @Nullable String email) {
        List<Piece> links = new ArrayList<>(List.of(new Piece(phone, phoneHref(phone))));
        if (email != null) {
            links.add(new Piece(email, "mailto:" + email));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Piece link : links.stream().filter(link -> text.contains(link.text()))
                .sorted(Comparator.comparingInt(link -> text.indexOf(link.text()))).toList()) {
            int begins = text.indexOf(link.text(), at);
            if (begins >= 0) {
                pieces.add(new Piece(text.substring(at, begins), null));
                pieces.add(link);
                at = begins + link.text().length();
            }
        }
        pieces.add(new Piece(text.substring(at), null));
        return pieces;
    }

    private static String phoneHref(String phone) {
        return "tel:" + phone.replaceAll("[^0-9+]", "");
    }
}
