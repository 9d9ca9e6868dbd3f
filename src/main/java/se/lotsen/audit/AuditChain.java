package se.lotsen.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * How the audit log is chained: an entry's hash is SHA-256 (FIPS 180-4), in lower-case hexadecimal digits, over its canonical
 * form. That is nine netstrings (the length in bytes in decimal digits, a colon, the bytes in UTF-8, a comma; D. J. Bernstein
 * 1997) one after the other: {@code lotsen-audit-1}, the entry before as {@link AuditAnchor} writes it, the id, the moment in microseconds since
 * 1970-01-01 UTC, the account, its name, the action, the subject, the detail. Numbers are decimal digits. Before the first entry
 * stand 64 zeros.
 */
final class AuditChain {
    /** What stands before the first entry. */
    static final String GENESIS = "0".repeat(64);
    private static final String FORM = "lotsen-audit-1";

    private AuditChain() {
    }

    /** @param previous the entry before, or {@link #GENESIS} with the id 0 */
    static String hash(AuditAnchor previous, AuditLog.Entry entry) {
        MessageDigest digest = sha256();
        for (String part : new String[]{FORM, previous.toString(), Long.toString(entry.id()),
                micros(entry.at()),
                entry.by().account(), entry.by().name(), entry.action(), entry.subject(), entry.detail()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
            digest.update((byte) ',');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String micros(Instant at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
