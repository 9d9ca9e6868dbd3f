package se.lotsen.inspection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one page, or between two.
 *
 * @param second the other place of what concerns two; else null
 */
public record Fault(FaultKind kind, Place first, @Nullable Place second, Detail detail) {
    private static final int DIGITS = 24;

    /** How urgent it is, apart from how many meet it. */
    public enum Severity {
        /** Citizens may act on what is wrong. */
        HIGH,
        /** Citizens get nowhere. */
        MEDIUM,
        /** A matter of order. */
        LOW
    }

    static Fault of(FaultKind kind, Place place, Detail detail) {
        return new Fault(kind, place, null, detail);
    }

    /** Of one kind is not of one severity: a server that is down for a night is no page that is gone. */
    public Severity severity() {
        return switch (detail) {
            case Detail.Values values -> Severity.HIGH;
            case Detail.Ended ended -> Severity.HIGH;
            case Detail.Passed passed -> Severity.MEDIUM;
            case Detail.Link link -> link.state() == LinkState.GONE ? Severity.MEDIUM : Severity.LOW;
            case Detail.Overdue overdue -> Severity.MEDIUM;
            case Detail.Alike alike -> Severity.LOW;
            case Detail.Alone alone -> Severity.LOW;
        };
    }

    /** The pages that it concerns, one or two. */
    public List<String> pages() {
        return places().map(Place::page).toList();
    }

    /** Where it stands, one place or two. */
    public Stream<Place> places() {
        return second == null ? Stream.of(first) : Stream.of(first, second);
    }

    /** The same as long as the same sentences are at odds, whatever else of the pages changes. */
    public String id() {
        StringBuilder all = new StringBuilder(kind.name());
        places().map(place -> place.page() + "\n" + place.sentence()).sorted()
                .forEach(place -> all.append('\n').append(place));
        if (detail instanceof Detail.Link link) {
            all.append('\n').append(link.address());
        }
        return digest(all.toString());
    }

    /** A short name of a text: equal texts have equal ones. */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
