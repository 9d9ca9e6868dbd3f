package se.lotsen.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationEvent.TextReleased;

/**
 * What was asked and what became of it, read from the log of conversations that are still kept. Conversations that are in a
 * secret queue, or were and no agent has taken them out of it, are left out: editors look at these questions, and a secret case
 * is for its own agents alone (OSL 26:1). It reads every event of the time asked for, and blocks as {@link ConversationStore}
 * does.
 */
public class QuestionHistory {
    private final JdbcClient database;
    private final Transactions transactions;
    private final SecretQueues secret;

    QuestionHistory(JdbcClient database, Transactions transactions, SecretQueues secret) {
        this.database = database;
        this.transactions = transactions;
        this.secret = secret;
    }

    /**
     * A sentence that a citizen was given, and what it cites.
     *
     * @param said as the citizen read it
     * @param original as it stands on the page where {@code said} is a translation; null otherwise
     */
    public record Cited(ConversationId conversation, int answer, Instant at, Citation citation, String said,
            @Nullable String original) {

        /** As it stands on the page. */
        public String quoted() {
            return original == null ? said : original;
        }
    }

    /**
     * Whether a citizen can still be told something.
     *
     * @param openable whether somebody can open it from outside; a call was never open, and what its citizen has given up is not
     *            any more
     * @param secret whether it is or was in a secret queue
     */
    public record Reach(ContactChannel channel, ConversationState state, boolean openable, boolean secret) {
    }

    /** Questions with an answer that were asked from this moment on and before that one, oldest first. */
    public List<PastQuestion> asked(Instant from, Instant until) {
        return transactions.run(() -> {
            Map<Rated, Boolean> ratings = ratings(from);
            List<PastQuestion> questions = new ArrayList<>();
            Reader reader = new Reader(ratings, questions);
            database.sql(
                    """
                            select e.conversation_id, e.id, e.event_type, e.happened_at, e.data, c.queue, c.last_queue,
                                c.reserved_queue
                            from event e join conversation c on c.id = e.conversation_id
                            where c.touched_at >= :from and c.started_at < :until
                            and e.event_type in ('question', 'sources', 'text', 'completed', 'state')
                            order by e.conversation_id, e.id""")
                    .param("from", EventLog.stored(from)).param("until", EventLog.stored(until))
                    .query(row -> {
                        if (!isSecret(row, 6)) {
                            reader.read(row);
                        }
                    });
            reader.end();
            return questions.stream().filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
                    .sorted(java.util.Comparator.comparing(PastQuestion::at)).toList();
        });
    }

    /** Every sentence that a citizen was given from a page, secret cases included, oldest first: for correcting it. */
    public List<Cited> citing(String page) {
        return transactions.run(() -> {
            List<Cited> cited = new ArrayList<>();
            Map<ConversationId, List<Long>> questions = new HashMap<>();
            // The address is a slug, so it stands in the data as it is; what else it may match is looked at below.
            String like = "%/knowledge/" + page.replace("!", "!!").replace("%", "!%").replace("_", "!_")
                    + "#%";
            database.sql("""
                    select conversation_id, id, event_type, happened_at, data from event e
                    where event_type = 'question' and exists (select 1 from event t
                        where t.conversation_id = e.conversation_id and t.event_type in ('text', 'message')
                        and t.data like :like escape '!')""")
                    .param("like", like)
                    .query(row -> {
                        questions.computeIfAbsent(id(row), any -> new ArrayList<>()).add(row.getLong(2));
                    });
            database.sql("""
                    select conversation_id, id, event_type, happened_at, data from event
                    where event_type in ('text', 'message') and data like :like escape '!'
                    order by happened_at, conversation_id, id""")
                    .param("like", like)
                    .query(row -> {
                        cited.addAll(cited(row, page, questions));
                    });
            return List.copyOf(cited);
        });
    }

    /** Empty for a conversation that is disposed of. */
    public Optional<Reach> reach(ConversationId conversation) {
        return transactions.run(() -> database.sql("""
                select channel, state, case when token_hash is null then 0 else 1 end, queue, last_queue,
                    reserved_queue from conversation where id = :id""")
                .param("id", conversation.value())
                .query((row, n) -> new Reach(ContactChannel.valueOf(row.getString(1)),
                        ConversationState.valueOf(row.getString(2)), row.getInt(3) == 1, isSecret(row, 4)))
                .optional());
    }

    private static List<Cited> cited(ResultSet row, String page, Map<ConversationId, List<Long>> questions)
            throws SQLException {
        ConversationId conversation = id(row);
        long event = row.getLong(2);
        Instant at = EventLog.instant(row, 4);
        int answer = (int) questions.getOrDefault(conversation, List.of()).stream()
                .filter(question -> question < event).count();
        ConversationEvent read = event(row);
        return citations(read).stream().filter(citation -> citation.page().equals(page))
                .map(citation -> switch (read) {
                    case TextReleased text ->
                        new Cited(conversation, answer, at, citation, text.text(), text.original());
                    case ConversationEvent.MessagePosted message ->
                        new Cited(conversation, answer, at, citation, message.text().value(), null);
                    default -> throw new IllegalStateException("not asked for: " + read.type());
                }).toList();
    }

    private static List<Citation> citations(ConversationEvent event) {
        return switch (event) {
            case TextReleased text -> text.sources();
            case ConversationEvent.MessagePosted message -> message.sources();
            default -> List.of();
        };
    }

    private record Rated(ConversationId conversation, int answer) {
    }

    private Map<Rated, Boolean> ratings(Instant from) {
        Map<Rated, Boolean> ratings = new HashMap<>();
        database.sql("select conversation_id, answer, helpful from rating where rated_at >= :from")
                .param("from", EventLog.stored(from))
                .query(row -> {
                    ratings.put(new Rated(id(row), row.getInt(2)), row.getBoolean(3));
                });
        return ratings;
    }

    /**
     * What was reserved stays so, also where the file knows its queue no more.
     *
     * @param first the column of the first of the conversation's three queues, the reserved one last
     */
    private boolean isSecret(ResultSet row, int first) throws SQLException {
        return row.getString(first + 2) != null || isSecret(row.getString(first))
                || isSecret(row.getString(first + 1));
    }

    private boolean isSecret(@Nullable String queue) {
        return queue != null && secret.isSecret(queue);
    }

    private static ConversationId id(ResultSet row) throws SQLException {
        return new ConversationId(row.getObject(1, UUID.class));
    }

    private static ConversationEvent event(ResultSet row) throws SQLException {
        return EventJson.read(row.getString(3), row.getString(5));
    }

    /** Gathers the events of each question; conversations follow one another. */
    private static final class Reader {
        private final Map<Rated, Boolean> ratings;
        private final List<PastQuestion> questions;
        private @Nullable ConversationId conversation;
        private @Nullable QuestionAsked asked;
        private @Nullable Completed completed;
        private Instant at = Instant.EPOCH;
        private List<String> pages = List.of();
        private final Set<Citation> citations = new LinkedHashSet<>();
        private boolean handedOver;

        private Reader(Map<Rated, Boolean> ratings, List<PastQuestion> questions) {
            this.ratings = ratings;
            this.questions = questions;
        }

        private void read(ResultSet row) throws SQLException {
            ConversationId id = id(row);
            ConversationEvent event = event(row);
            if (!id.equals(conversation) || event instanceof QuestionAsked) {
                end();
                conversation = id;
            }
            switch (event) {
                case QuestionAsked question -> {
                    asked = question;
                    at = EventLog.instant(row, 4);
                }
                case SourcesFound found -> pages = found.sources().stream().map(Source::page).toList();
                case TextReleased text -> citations.addAll(text.sources());
                case Completed end -> completed = end;
                case StateChanged changed -> handedOver |= changed.to() == ConversationState.WAITING;
                default -> throw new IllegalStateException("not asked for: " + event.type());
            }
        }

        private void end() {
            QuestionAsked question = asked;
            Completed done = completed;
            ConversationId of = conversation;
            if (question != null && done != null && of != null) {
                questions.add(new PastQuestion(of, done.answer(), at, question.text(), question.language(),
                        done.outcome(), done.confidence(), pages, List.copyOf(citations),
                        ratings.get(new Rated(of, done.answer())), handedOver));
            }
            asked = null;
            completed = null;
            pages = List.of();
            citations.clear();
            handedOver = false;
        }
    }
}
