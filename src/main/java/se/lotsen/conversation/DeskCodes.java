package se.lotsen.conversation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;

/**
 * Six digits that a citizen reads out to an agent, who may then read the conversation for a while: one code for each
 * conversation at a time, valid for {@link #VALID}, usable once. It does not bound how often somebody guesses; who takes
 * guesses does. Every method blocks.
 *
 * <p>A code is stored as a hash under a key, as six digits are found from a plain hash at once. With the embedded database
 * this process alone knows it: a copy of the database opens nothing, and a restart ends the codes that were shown before it.
 * Where several processes share a database the key stands in it, and what bounds a copy's use is that codes live for minutes.
 */
public class DeskCodes {
    /** From the moment it is shown. */
    public static final Duration VALID = Duration.ofMinutes(10);
    /** From the moment it is typed. */
    public static final Duration READABLE = Duration.ofMinutes(60);
    private static final int CODES = 1_000_000;
    /** More collisions in a row than there are when a tenth of all codes is taken. */
    private static final int TRIES = 40;
    private final JdbcClient database;
    private final Transactions transactions;
    private final CaseWriter cases;
    private final CodeOpenings openings;
    private final Clock clock;
    private final IntSupplier numbers;
    private final SecretKeySpec key;

    DeskCodes(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock) {
        this(database, transactions, cases, clock, new SecureRandom().generateSeed(32));
    }

    DeskCodes(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock, byte[] key) {
        this(database, transactions, cases, clock, numbers(new SecureRandom()), key);
    }

    private static IntSupplier numbers(SecureRandom random) {
        return () -> random.nextInt(CODES);
    }

    /** @param numbers below a million */
    DeskCodes(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock,
            IntSupplier numbers,
            byte[] key) {
        this.database = database;
        this.transactions = transactions;
        this.cases = cases;
        this.openings = new CodeOpenings(database);
        this.clock = clock;
        this.numbers = numbers;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A code as its citizen sees it, this once. */
    public record Shown(String code, Instant expiresAt) {
        /** Without the code, so that a stray log statement cannot print it. */
        @Override
        public String toString() {
            return "code until " + expiresAt;
        }
    }

    /** A new code; the one before it is worth nothing any more. No two live codes are the same. */
    public Shown show(ConversationId conversation) {
        for (int i = 0; i < TRIES; i++) {
            Shown shown = new Shown("%06d".formatted(numbers.getAsInt()),
                    EventLog.storable(clock.instant()).plus(VALID));
            try {
                return transactions.write(conversation, () -> put(conversation, shown));
            } catch (DuplicateKeyException taken) {
                // Another conversation's, which counts as taken also for a while after it has expired.
            }
        }
        throw new IllegalStateException("No free code was found");
    }

    private Shown put(ConversationId conversation, Shown shown) {
        new EventLog(database).lock(conversation);
        database.sql("delete from desk_code where conversation_id = :id").param("id", conversation.value())
                .update();
        database.sql(
                "insert into desk_code (conversation_id, code_hash, expires_at) values (:id, :hash, :until)")
                .param("id", conversation.value())
                .param("hash", hash(shown.code()))
                .param("until", EventLog.stored(shown.expiresAt()))
                .update();
        return shown;
    }

    /**
     * Uses a code up and notes who has opened the conversation. Empty for a wrong, a used and an expired one alike.
     *
     * @param notice what the citizen is told; null for nothing
     */
    public Optional<CodeOpening> open(String code, Agent agent,
            Function<ConversationId, @Nullable String> notice) {
        Optional<ConversationId> found = transactions.run(() -> find(code));
        try {
            return found.flatMap(conversation -> {
                String told = notice.apply(conversation);
                return cases.write(conversation, held -> open(held, code, agent, told));
            });
        } catch (UnknownConversation gone) {
            return Optional.empty();
        }
    }

    private Optional<ConversationId> find(String code) {
        return database
                .sql("select conversation_id from desk_code where code_hash = :hash and expires_at > :now")
                .param("hash", hash(code))
                .param("now", EventLog.stored(clock.instant()))
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Looks again under the lock: of two who type the same code one opens. */
    private Optional<CodeOpening> open(HeldCase held, String code, Agent agent, @Nullable String notice) {
        int used = database
                .sql("""
                        delete from desk_code where conversation_id = :id and code_hash = :hash and expires_at > :now""")
                .param("id", held.conversation().value())
                .param("hash", hash(code))
                .param("now", EventLog.stored(held.now()))
                .update();
        if (used == 0) {
            return Optional.empty();
        }
        CodeOpening opening = new CodeOpening(held.conversation(), agent, held.now(),
                held.now().plus(READABLE));
        openings.add(opening);
        if (notice != null) {
            held.append(new NoticePosted(notice));
        }
        return Optional.of(opening);
    }

    /** Who has opened the conversation, oldest first. */
    public List<CodeOpening> openings(ConversationId conversation) {
        return transactions.run(() -> openings.of(conversation));
    }

    /** What somebody has opened and may still read, the latest first. */
    public List<CodeOpening> readableBy(String account) {
        return transactions.run(() -> openings.readableBy(account, clock.instant()));
    }

    private byte[] hash(String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(code.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
