package se.lotsen.fetching;

import java.util.Locale;
import java.util.Set;

/** What is asked for, and which media types count as that. */
public enum Wanted {
    /** A page or a document that can be read as one. */
    PAGE(Set.of("text/html", "application/xhtml+xml", "application/pdf", "text/plain", "text/markdown")),
    /** A site map or an index of them, packed or not; servers name these in many ways. */
    SITEMAP(Set.of("application/xml", "text/xml", "text/plain", "application/rss+xml", "application/atom+xml",
            "application/gzip", "application/x-gzip", "application/octet-stream")),
    /** The rules for robots. */
    ROBOTS(Set.of("text/plain")),
    /** Whether it is there; whatever it is, it is not read. */
    PRESENCE(Set.of("*/*")),
    /** A catalogue in JSON. */
    CATALOGUE(Set.of("application/json", "text/json", "text/plain"));

    private final Set<String> types;

    Wanted(Set<String> types) {
        this.types = types;
    }

    /** @param contentType the whole header; an empty one is let through, as its content is read with care anyway */
    boolean accepts(String contentType) {
        String type = mediaType(contentType);
        return type.isEmpty() || this == PRESENCE || types.contains(type);
    }

    String header() {
        return String.join(", ", types.stream().sorted().toList());
    }

    static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
