package se.lotsen.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry and its hash, noted where nobody who can write the database can write: on paper, in another system's log. Whoever
 * changes the log later and computes all hashes anew cannot change the anchor.
 *
 * @param entry the entry's id; 0 for a log without entries
 * @param hash 64 hexadecimal digits
 */
public record AuditAnchor(long entry, String hash) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** What somebody has noted, as {@link #toString} gives it; empty for anything else. */
    public static Optional<AuditAnchor> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new AuditAnchor(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** The id, a colon, the hash. */
    @Override
    public String toString() {
        return entry + ":" + hash;
    }
}
