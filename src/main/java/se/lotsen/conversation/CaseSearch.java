package se.lotsen.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds cases that were handed over, in all states. Words are looked for in what citizens asked, in messages and in notes,
 * all of it masked; upper and lower case are alike. It reads every text of the cases that the other filters leave, so it
 * is for people at a desk, not for citizens. Nothing of it is logged. It blocks, as {@link HandoverStore} does.
 */
public class CaseSearch {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SPECIAL = Pattern.compile("[!%_]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /** PostgreSQL lowers A to Z alone where its locale is C. */
    private static final String UPPER = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
    private final JdbcClient database;
    private final Transactions transactions;

    CaseSearch(JdbcClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * What is looked for; null for whatever.
     *
     * @param word a part of a text
     * @param topic the area of a packet
     * @param from something happened at this moment or later
     * @param before it began earlier than this
     * @param agent a part of the name of somebody who has it, had it or wrote in it
     */
    public record Query(@Nullable String word, @Nullable String queue, @Nullable String topic,
            @Nullable Instant from, @Nullable Instant before, @Nullable String agent,
            @Nullable ConversationState state) {
    }

    /**
     * Whose eyes it is for: cases of these queues, or all for an empty set, and the account's own; of what is secret only
     * what is listed. A case that is not for them is no hit and takes no place on a page, so that pages tell nothing of it.
     *
     * @param listed the queues that the account lists
     * @param hidden queues that are secret and not listed
     * @param every also conversations that were never handed over; then {@code queues} is empty
     */
    public record Sight(Set<String> queues, String account, Set<String> listed, Set<String> hidden,
            boolean every) {

        /** Cases alone. */
        public Sight(Set<String> queues, String account, Set<String> listed, Set<String> hidden) {
            this(queues, account, listed, hidden, false);
        }
    }

    /** A case, and when something last happened in it. */
    public record Hit(Standing standing, Instant touchedAt) {
    }

    /** The latest first. */
    public List<Hit> find(Query query, Sight sight, int offset, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        see(sight, conditions, values);
        look(query, conditions, values);
        values.put("limit", limit);
        values.put("offset", offset);
        return transactions.run(() -> database.sql("""
                select %s, touched_at from conversation where %s
                order by touched_at desc, id limit :limit offset :offset"""
                .formatted(Standings.STANDING, String.join(" and ", conditions)))
                .params(values)
                .query((row, n) -> new Hit(Standings.standing(row, n), EventLog.instant(row, 9)))
                .list());
    }

    private static void see(Sight sight, List<String> conditions, Map<String, Object> values) {
        if (sight.every()) {
            conditions.add("1 = 1");
        } else if (sight.queues().isEmpty()) {
            conditions.add("(queue is not null or last_queue is not null)");
        } else {
            conditions.add("(queue in (:queues) or agent = :account)");
            values.put("queues", sight.queues());
            values.put("account", sight.account());
        }
        if (sight.listed().isEmpty()) {
            conditions.add("reserved_queue is null");
        } else {
            conditions.add("(reserved_queue is null or reserved_queue in (:listed))");
            values.put("listed", sight.listed());
        }
        if (!sight.hidden().isEmpty()) {
            conditions.add("coalesce(queue, last_queue, '') not in (:hidden)");
            values.put("hidden", sight.hidden());
        }
    }

    private static void look(Query query, List<String> conditions, Map<String, Object> values) {
        if (query.word() != null) {
            conditions.add("""
                    (exists (select 1 from event e where e.conversation_id = conversation.id
                        and e.event_type in ('question', 'message') and %s like :word escape '!')
                    or exists (select 1 from note n where n.conversation_id = conversation.id
                        and %s like :word escape '!'))""".formatted(lower("e.data"), lower("n.note_data")));
            // The text stands between these in the stored form, whose quotes no text can hold.
            values.put("word", "%\"text\":\"%" + pattern(quoted(query.word())) + "%\",\"hidden\":[%");
        }
        if (query.topic() != null) {
            conditions.add("""
                    exists (select 1 from handover_packet p where p.conversation_id = conversation.id
                        and p.document like :topic escape '!')""");
            values.put("topic",
                    "%\"topic\":\"" + SPECIAL.matcher(quoted(query.topic())).replaceAll("!$0") + "\"%");
        }
        if (query.agent() != null) {
            conditions.add("""
                    (%s like :agent escape '!' or exists (select 1 from wrap_up w
                        where w.conversation_id = conversation.id and %s like :agent escape '!')
                    or exists (select 1 from event e where e.conversation_id = conversation.id
                        and e.event_type = 'message' and %s like :writer escape '!'))"""
                    .formatted(lower("agent_name"), lower("w.agent_name"), lower("e.data")));
            values.put("agent", "%" + pattern(query.agent()) + "%");
            values.put("writer", "%\"author\":\"agent\",\"name\":\"%" + pattern(quoted(query.agent()))
                    + "%\",\"text\":\"%");
        }
        add("queue = :queue", "queue", query.queue(), conditions, values);
        add("touched_at >= :from", "from", query.from() == null ? null : EventLog.stored(query.from()),
                conditions, values);
        add("started_at < :before", "before", query.before() == null ? null : EventLog.stored(query.before()),
                conditions, values);
        add("state = :state", "state", query.state() == null ? null : query.state().name(), conditions,
                values);
    }

    private static void add(String condition, String name, @Nullable Object value, List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static String lower(String column) {
        return "translate(lower(%s), '%s', '%s')".formatted(column, UPPER, UPPER.toLowerCase(Locale.ROOT));
    }

    /** As it stands in the stored form. */
    private static String quoted(String text) {
        String json = JSON.writeValueAsString(CONTROL.matcher(text).replaceAll(""));
        return json.substring(1, json.length() - 1);
    }

    /** Only what was typed, none of its characters special. */
    private static String pattern(String text) {
        return SPECIAL.matcher(CONTROL.matcher(text).replaceAll("").toLowerCase(Locale.ROOT))
                .replaceAll("!$0");
    }
}
