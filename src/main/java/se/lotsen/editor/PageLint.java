package se.lotsen.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;

/**
 * Whether a page says what a resident needs to get something done: the template of a service's description. A part that is
 * missing is pointed out, never refused: a page about a bathing place costs nothing and needs no form.
 */
public final class PageLint {
    private static final Pattern COST = words(
            "\\b\\d[\\d \\u00a0]*\\s?(kr|kronor)\\b|gratis|avgift|kostnad|kostar");
    private static final Pattern TIME = words(
            "\\b(dag|dagar|vecka|veckor|månad|månader|timm|minut|år)|senast|handläggningstid|öppe|klockan|kl\\.");
    private static final Pattern HOW = words(
            "(^|\\n)\\s*(\\d+\\.|-|\\*) |\\b(ansök|anmäl|boka|ring|skicka|fyll i|lämna|gör så|beställ|logga in|besök)");
    private static final Pattern WHO = words(
            "\\b(du som|för dig|vem|alla som|barn|vuxna|äldre|företag|förening|boende|invånare|från \\d+ år|om du)");
    private static final Pattern CONTACT = words(
            "\\b0\\d{1,3}[-–/ ]\\d|@|\\bring\\b|kontakta|e-post|telefon");
    private static final int FEW_PHRASINGS = 4;
    private static final int SHORT_LEAD = 12;

    private PageLint() {
    }

    /** Å, ä and ö are letters, too: without that a word begins in the middle of "treåring". */
    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The parts of the template. */
    public enum Part {
        /** A lead that says what it is. */
        WHAT,
        /** For whom. */
        WHO,
        /** What it costs. */
        COST,
        /** How long it takes, or when. */
        TIME,
        /** How it is done. */
        HOW,
        /** Whom to ask. */
        CONTACT,
        /** Where it is done on the web, and what that asks for. */
        E_SERVICE,
        /** How it is done without the web. */
        NON_DIGITAL,
        /** In residents' own words: each added phrasing makes it more likely that the page is found (measured: .53 to .73 with four). */
        PHRASINGS
    }

    /** A part and whether the page has it. */
    public record Check(Part part, boolean there) {
    }

    /** Every part in its order. */
    public static List<Check> of(PageDocument page) {
        Fields fields = page.fields();
        String body = page.body().toLowerCase(Locale.ROOT);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(Part.WHAT, lead(body).split("\\s+").length >= SHORT_LEAD));
        checks.add(new Check(Part.WHO, WHO.matcher(body).find()));
        checks.add(new Check(Part.COST, COST.matcher(body).find()));
        checks.add(new Check(Part.TIME, TIME.matcher(body).find()));
        checks.add(new Check(Part.HOW, HOW.matcher(body).find()));
        checks.add(new Check(Part.CONTACT, has(fields.contact()) || CONTACT.matcher(body).find()));
        checks.add(new Check(Part.E_SERVICE, fields.eService() != null && has(fields.eService().url())));
        checks.add(new Check(Part.NON_DIGITAL, has(fields.nonDigitalRoute())));
        checks.add(new Check(Part.PHRASINGS,
                fields.phrasings() != null && fields.phrasings().size() >= FEW_PHRASINGS));
        return checks;
    }

    private static String lead(String body) {
        return body.strip().split("\\n\\s*\\n|\\n#|^#", 2)[0];
    }

    private static boolean has(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
