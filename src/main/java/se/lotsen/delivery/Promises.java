package se.lotsen.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.Attachments.Held;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.handover.OpenTimes;
import se.lotsen.privacy.MaskedText;

/**
 * What citizens are promised when no person can talk to them now. A promise is an obligation: it is stored with its
 * conversation, which is not disposed of before it is kept, and somebody is reminded before its time. Only times within
 * opening hours are promised, and only as many calls as can be made. It blocks: call it from {@code boundedElastic}.
 */
public class Promises {
    /** Somebody is reminded when so much is left. */
    public static final Duration AT_RISK = Duration.ofHours(1);
    /** The reason of the hold that a conversation has while a promise is to be kept. */
    public static final String HOLD = "promise";
    private static final int SLOTS_OFFERED = 6;
    private static final int LISTED = 500;
    private final Attachments attachments;
    private final Slots slots;
    private final OpenTimes times;
    private final PromiseText text;
    private final Announcements announcements;
    private final String receiptPrefix;
    private final Clock clock;
    /** The year's row of receipt numbers is waited for here: H2 can lose a row that several wait for. */
    private final Lock makers = new ReentrantLock();

    Promises(Attachments attachments, Slots slots, OpenTimes times, PromiseText text,
            Announcements announcements, String receiptPrefix, Clock clock) {
        this.attachments = attachments;
        this.slots = slots;
        this.times = times;
        this.text = text;
        this.announcements = announcements;
        this.receiptPrefix = receiptPrefix;
        this.clock = clock;
    }

    /** A time that may be chosen, and what the citizen is told. */
    public record Offer(Slot slot, String text) {
    }

    /** A message, an e-mail and the next calls that there is room for; empty for a queue that does not open. */
    public List<Offer> offer(String queue, String language, Instant now) {
        return attachments.read(database -> offered(new PromiseTable(database), queue, now)).stream()
                .map(slot -> new Offer(slot, text.of(slot, language))).toList();
    }

    /** Promises what was wished, once: a repeat under the key gives the same promise, and stores nothing. */
    public Making make(ConversationId conversation, IdempotencyKey key, Wish wish) {
        ContactCheck.Read contact = ContactCheck.read(wish.slot().kind(), wish.contact());
        if (contact.refused() != null) {
            return new Making.ContactRefused(contact.refused());
        }
        makers.lock();
        try {
            return attachments.write(conversation,
                    held -> make(held, conversation, key, wish, contact.detail()));
        } finally {
            makers.unlock();
        }
    }

    private Making make(Held held, ConversationId conversation, IdempotencyKey key, Wish wish,
            @Nullable ContactDetail contact) {
        PromiseTable promises = new PromiseTable(held.database());
        UUID id = id(conversation, key);
        MaskedText said = wish.text();
        Slot slot = wish.slot();
        String request = String.join("\n", "promise", slot.kind().name(), slot.queue(), slot.due().toString(),
                wish.language(), contact == null ? "" : contact.value(), said == null ? "" : said.value());
        Optional<Promise> earlier = promises.find(id);
        if (earlier.isPresent()) {
            held.isFirst(key, request);
            return new Making.Made(earlier.get());
        }
        int year = held.now().atZone(times.zone()).getYear();
        promises.holdYear(year);
        Optional<Slot> free = free(promises, slot, held.now());
        if (free.isEmpty()) {
            return new Making.SlotGone(offered(promises, slot.queue(), held.now()));
        }
        held.isFirst(key, request);
        Promise promise = new Promise(id, conversation, slot.kind(),
                receipt(promises, year), slot.queue(), wish.language(),
                free.get().from(), slot.due(), held.now(), said == null ? null : said.value(), null, null);
        promises.insert(promise);
        if (contact != null) {
            new ContactTable(held.database()).insert(id, contact);
        }
        held.packet(wish.packet());
        held.hold(HOLD);
        announce(held, promise, "promise.made");
        return new Making.Made(promise);
    }

    /**
     * Somebody is to make contact once more, as an earlier promise says how; at the next time that can be promised. A repeat
     * under the same id promises nothing more.
     *
     * @param id of the new promise
     * @param about what is to be told
     * @param also done in the same transaction, in a repeat as well
     * @return false, and nothing is stored, when no time can be promised
     */
    boolean again(Promise earlier, UUID id, MaskedText about, Consumer<Held> also) {
        makers.lock();
        try {
            return attachments.write(earlier.conversation(), held -> {
                boolean promised = new PromiseTable(held.database()).find(id).isPresent()
                        || again(held, earlier, id, about);
                if (promised) {
                    also.accept(held);
                }
                return promised;
            });
        } finally {
            makers.unlock();
        }
    }

    private boolean again(Held held, Promise earlier, UUID id, MaskedText about) {
        PromiseTable promises = new PromiseTable(held.database());
        int year = held.now().atZone(times.zone()).getYear();
        promises.holdYear(year);
        Optional<Slot> next = earlier.kind() == PromiseKind.CALL_BACK
                ? slots.calls(earlier.queue(), held.now(), Slots.NOTICE, 1, promises::load).stream()
                        .findFirst()
                : slots.reply(earlier.kind(), earlier.queue(), held.now()).stream().findFirst();
        next.ifPresent(slot -> {
            Promise promise = new Promise(id, earlier.conversation(), earlier.kind(),
                    receipt(promises, year), earlier.queue(), earlier.language(), slot.from(), slot.due(),
                    held.now(), about.value(), null, null);
            promises.insert(promise);
            new ContactTable(held.database()).copy(earlier.id(), id);
            held.hold(HOLD);
            announce(held, promise, "promise.made");
        });
        return next.isPresent();
    }

    private String receipt(PromiseTable promises, int year) {
        return "%s-%02d-%06d".formatted(receiptPrefix, year % 100, promises.nextNumber(year));
    }

    /** Somebody has made contact. Repeats change nothing; empty when there is no such promise. */
    public Optional<Promise> keep(UUID id, Agent agent) {
        Optional<Promise> promise = find(id);
        promise.ifPresent(known -> attachments.write(known.conversation(), held -> {
            PromiseTable promises = new PromiseTable(held.database());
            boolean kept = promises.keep(id, agent.account(), held.now());
            if (kept && promises.of(known.conversation()).stream().allMatch(one -> one.keptAt() != null)) {
                held.release(HOLD);
            }
            if (kept) {
                announce(held, known, "promise.kept");
            }
            return kept;
        }));
        return promise.isPresent() ? find(id) : promise;
    }

    /** How to reach the citizen. That this agent has seen it is written down in the same transaction. */
    public Optional<ContactDetail> openContact(UUID id, Agent agent) {
        return find(id).flatMap(promise -> attachments.write(promise.conversation(),
                held -> new ContactTable(held.database()).open(id, agent.account(), held.now())));
    }

    /** Who has seen how to reach the citizens, and when, oldest first, by promise; nothing for one that nobody has opened. */
    public Map<UUID, List<ContactOpening>> openings(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : attachments.read(database -> new ContactTable(database).openings(ids));
    }

    /** One promise; empty when there is none, or not any more. */
    public Optional<Promise> find(UUID id) {
        return attachments.read(database -> new PromiseTable(database).find(id));
    }

    /** What was promised under the key before; empty when nothing was. */
    public Optional<Promise> made(ConversationId conversation, IdempotencyKey key) {
        return find(id(conversation, key));
    }

    /** All promises of a conversation, oldest first. */
    public List<Promise> of(ConversationId conversation) {
        return attachments.read(database -> new PromiseTable(database).of(conversation));
    }

    /** What is still to be kept in these queues, soonest first, at most so many; an empty set means all queues. */
    public List<Promise> toKeep(Set<String> queues, int limit) {
        return attachments.read(database -> new PromiseTable(database).unkept(queues,
                clock.instant().plus(Duration.ofDays(3660)), limit));
    }

    /** Not kept and due within an hour, or overdue; soonest first. */
    public List<Promise> atRisk(Instant now) {
        return atRisk(Set.of(), now);
    }

    /** As above, in these queues; an empty set means all. */
    public List<Promise> atRisk(Set<String> queues, Instant now) {
        return attachments
                .read(database -> new PromiseTable(database).unkept(queues, now.plus(AT_RISK), LISTED));
    }

    /** Those of whom nobody was reminded are: once, whoever calls this and however often. Returns them. */
    List<Promise> alarm() {
        Instant until = clock.instant().plus(AT_RISK);
        List<Promise> due = attachments
                .read(database -> new PromiseTable(database).notAlarmed(until, LISTED));
        List<Promise> alarmed = new ArrayList<>();
        for (Promise promise : due) {
            if (attachments.write(promise.conversation(), held -> alarm(held, promise))) {
                alarmed.add(promise);
            }
        }
        return alarmed;
    }

    private boolean alarm(Held held, Promise promise) {
        boolean first = new PromiseTable(held.database()).alarm(promise.id(), held.now());
        if (first) {
            announce(held, promise, "promise.at-risk");
        }
        return first;
    }

    private void announce(Held held, Promise promise, String event) {
        announcements.effects(Notification.of(promise, event, held.now())).forEach(held::add);
        held.changed(promise.queue());
    }

    private List<Slot> offered(PromiseTable promises, String queue, Instant now) {
        List<Slot> offered = new ArrayList<>(slots.reply(PromiseKind.MESSAGE, queue, now));
        offered.addAll(slots.reply(PromiseKind.EMAIL, queue, now));
        offered.addAll(slots.calls(queue, now, Slots.NOTICE, SLOTS_OFFERED, promises::load));
        return List.copyOf(offered);
    }

    /** Compared by its end, which is what was promised: an hour that has begun starts later than when it was offered. */
    private Optional<Slot> free(PromiseTable promises, Slot wished, Instant now) {
        List<Slot> free = wished.kind() == PromiseKind.CALL_BACK
                ? slots.calls(wished.queue(), now, Slots.LATEST_NOTICE, Integer.MAX_VALUE, promises::load)
                : slots.reply(wished.kind(), wished.queue(), now);
        return free.stream().filter(slot -> slot.due().equals(wished.due())).findFirst();
    }

    /** The same for a repeat; tells nobody the key. */
    private static UUID id(ConversationId conversation, IdempotencyKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(
                    ("promise\n" + conversation + "\n" + key.value()).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
