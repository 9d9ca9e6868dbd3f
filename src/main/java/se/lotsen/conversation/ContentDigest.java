package se.lotsen.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A digest of all that was said in a conversation, by which a copy can be proven to be of it: SHA-256 (FIPS 180-4) over
 * the conversation's id and a line for each event and each note, in their order. A line has four fields divided by
 * tabulators and ends with a line feed; the stored data is JSON, which has neither.
 */
public final class ContentDigest {
    private ContentDigest() {
    }

    /**
     * One event or note as it is stored.
     *
     * @param number within the conversation, of events and of notes each from 1
     * @param type of an event, or {@code note}
     * @param data a JSON object on one line, character by character as stored
     */
    public record Line(long number, String type, Instant at, String data) {
        private String text() {
            return number + "\t" + type + "\t" + at + "\t" + data + "\n";
        }
    }

    /** In hexadecimal digits. */
    public static String of(UUID conversation, List<Line> lines) {
        MessageDigest digest = sha256();
        digest.update((conversation + "\n").getBytes(StandardCharsets.UTF_8));
        lines.forEach(line -> digest.update(line.text().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As they are stored now: events, then notes. */
    static List<Line> lines(JdbcClient database, ConversationId conversation) {
        List<Line> events = database
                .sql("""
                        select id, event_type, happened_at, data from event where conversation_id = :id order by id""")
                .param("id", conversation.value())
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), EventLog.instant(row, 3),
                        row.getString(4)))
                .list();
        List<Line> notes = database.sql("""
                select number, created_at, note_data from note where conversation_id = :id order by number""")
                .param("id", conversation.value())
                .query((row, n) -> new Line(row.getLong(1), "note", EventLog.instant(row, 2),
                        row.getString(3)))
                .list();
        return Stream.concat(events.stream(), notes.stream()).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
