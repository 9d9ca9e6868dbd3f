package se.lotsen.asking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence.
 *
 * @param href where it leads; null for plain text
 */
public record Piece(String text, @Nullable String href) {

    /** A sentence whose phone number and e-mail address can be touched. */
    static List<Piece> of(String text, String phone, @Nullable String email) {
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

    /** The address that calls a number. */
    public static String phoneHref(String phone) {
        return "tel:" + phone.replaceAll("[^0-9+]", "");
    }
}
