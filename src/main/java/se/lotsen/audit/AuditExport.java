package se.lotsen.audit;

import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.audit.AuditTable.Ends;
import se.lotsen.audit.AuditVerifier.Link;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit log as a file of JSON lines: the chain's ends first, then each entry with its hash. A line must be just what an
 * export writes, so that no byte of it can be another one.
 */
public final class AuditExport {
    private static final String FORM = "lotsen-audit-1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private AuditExport() {
    }

    private record First(String form, String start, long entries, String head) {
    }

    private record Line(long id, String at, String account, String name, String action, String subject,
            String detail, @Nullable String hash) {
    }

    static String first(Ends ends) {
        return JSON.writeValueAsString(
                new First(FORM, ends.start().toString(), ends.entries(), ends.last().toString()));
    }

    static String line(Link link) {
        AuditLog.Entry entry = link.entry();
        return JSON.writeValueAsString(new Line(entry.id(), entry.at().toString(), entry.by().account(),
                entry.by().name(), entry.action(), entry.subject(), entry.detail(), link.hash()));
    }

    /**
     * Looks at every line of an export.
     *
     * @param lines without their ends
     * @param noted what was noted elsewhere; null for nothing: whoever cuts the file's end off can then also write its first line
     *     anew, and computes all hashes anew
     */
    public static AuditVerdict verify(Stream<String> lines, @Nullable AuditAnchor noted) {
        Iterator<String> rest = lines.iterator();
        Ends ends = rest.hasNext() ? ends(rest.next()) : null;
        if (ends == null) {
            return new AuditVerdict.Broken(AuditVerdict.Fault.FORM, 0);
        }
        AuditVerifier verifier = new AuditVerifier(ends.start(), noted);
        boolean fine = true;
        while (fine && rest.hasNext()) {
            Link link = link(rest.next());
            if (link == null) {
                verifier.malformed();
                fine = false;
            } else {
                fine = verifier.next(link);
            }
        }
        return verifier.end(ends.entries(), ends.last());
    }

    private static @Nullable Ends ends(String line) {
        try {
            First first = JSON.readValue(line, First.class);
            AuditAnchor start = AuditAnchor.parse(first.start()).orElse(null);
            AuditAnchor head = AuditAnchor.parse(first.head()).orElse(null);
            if (start == null || head == null || !first.form().equals(FORM)) {
                return null;
            }
            Ends ends = new Ends(first.entries(), head, start);
            return first(ends).equals(line) ? ends : null;
        } catch (JacksonException | NullPointerException e) {
            return null;
        }
    }

    private static @Nullable Link link(String line) {
        try {
            Line read = JSON.readValue(line, Line.class);
            Link link = new Link(new AuditLog.Entry(read.id(), Instant.parse(read.at()),
                    new Actor(read.account(), read.name()), read.action(), read.subject(), read.detail()),
                    read.hash());
            return line(link).equals(line) ? link : null;
        } catch (JacksonException | java.time.DateTimeException | NullPointerException e) {
            return null;
        }
    }
}
