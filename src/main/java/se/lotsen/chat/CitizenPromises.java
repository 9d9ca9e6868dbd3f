package se.lotsen.chat;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.delivery.Making;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.PromiseKind;
import se.lotsen.delivery.PromiseText;
import se.lotsen.delivery.Promises;
import se.lotsen.delivery.Slot;
import se.lotsen.delivery.Wish;
import se.lotsen.handover.CasePackets;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.OpenTimes;
import se.lotsen.privacy.MaskedText;

/**
 * What a citizen is promised who cannot, or does not want to, wait for a person: the same for the API and for the page
 * without JavaScript. Times are the municipality's. Nothing is promised while a person has the conversation or is awaited,
 * and what is refused stores nothing.
 */
public class CitizenPromises {
    private final ConversationStore store;
    private final HandoverStore handover;
    private final CasePackets packets;
    private final Untold untold;
    private final ContactCentre contactCentre;
    private final ContactDirectory contacts;
    private final Promises promises;
    private final PromiseText words;
    private final OpenTimes times;
    private final PersonRequests persons;
    private final RateLimits limits;
    private final MessageSource messages;
    private final String mainContact;
    private final Clock clock;

    CitizenPromises(ConversationStore store, HandoverStore handover, CasePackets packets,
            ContactCentre contactCentre, ContactDirectory contacts, Promises promises, PromiseText words,
            OpenTimes times,
            PersonRequests persons, RateLimits limits, MessageSource messages, String mainContact,
            Clock clock) {
        this.store = store;
        this.handover = handover;
        this.packets = packets;
        this.untold = new Untold(store);
        this.contactCentre = contactCentre;
        this.contacts = contacts;
        this.promises = promises;
        this.words = words;
        this.times = times;
        this.persons = persons;
        this.limits = limits;
        this.messages = messages;
        this.mainContact = mainContact;
        this.clock = clock;
    }

    /**
     * What may be chosen.
     *
     * @param kind {@code message}, {@code call-back} or {@code email}
     * @param text what would be promised, in the language of the last question, without a full stop
     */
    public record Offered(String kind, OffsetDateTime from, OffsetDateTime due, String text) {
    }

    /**
     * What is promised.
     *
     * @param receipt the citizen's name for it
     * @param said what the citizen wrote, masked; null when nothing
     * @param kept whether somebody has made contact
     */
    public record Promised(String receipt, String kind, OffsetDateTime due, String text,
            @Nullable String said,
            boolean kept) {
    }

    /** Both, oldest and soonest first; nothing is offered while a person has the conversation or is awaited. */
    public record Overview(List<Promised> promised, List<Offered> offers) {
        /** Nothing is promised and nothing can be. */
        public static final Overview NONE = new Overview(List.of(), List.of());
    }

    /** What is asked for, as it was sent; {@code due} names the offer. */
    public record Wanted(@Nullable String kind, @Nullable String due, @Nullable String contact,
            @Nullable String text) {

        /** Without what was typed. */
        @Override
        public String toString() {
            return "Wanted[" + kind + "]";
        }
    }

    /** Whose promise it is, and what can be promised there. */
    private record Found(String queue, List<Promises.Offer> offers) {
    }

    Mono<Overview> overview(Conversation conversation) {
        return Mono.fromCallable(() -> overview(conversation.id(), store.eventsAfter(conversation.id(), 0),
                ChatLanguage.SWEDISH))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * As above. Blocks.
     *
     * @param page on a page in another language than Swedish promises are said in that, not in the question's
     */
    public Overview overview(ConversationId conversation, List<StoredEvent> events, ChatLanguage page) {
        Standing standing = handover.standing(conversation);
        List<Offered> offers = isPersons(standing)
                ? List.of()
                : offered(found(standing, events,
                        page.isSwedish() ? packets.language(events) : page.tag()));
        return new Overview(promises.of(conversation).stream()
                .map(promise -> promised(promise, page.isSwedish() ? promise.language() : page.tag()))
                .toList(), offers);
    }

    /** Promises what is wanted, once for each key. */
    public Mono<Promised> promise(Conversation conversation, IdempotencyKey key, Wanted wanted) {
        return Mono.fromCallable(() -> {
            limits.countConversation(conversation.id().toString());
            PromiseKind kind = kind(wanted.kind());
            Instant due = due(wanted.due());
            String raw = wanted.text();
            MaskedText said = kind != PromiseKind.MESSAGE && (raw == null || raw.isBlank())
                    ? null
                    : persons.text(raw);
            List<StoredEvent> events = store.eventsAfter(conversation.id(), 0);
            // A repeat is answered as the first was, whatever the conversation is about by now and whoever has it.
            Optional<Promise> earlier = promises.made(conversation.id(), key);
            String language = earlier.map(Promise::language).orElseGet(() -> packets.language(events));
            String queue = earlier.map(Promise::queue)
                    .orElseGet(() -> queue(conversation.id(), events, language));
            Untold.Parts parts = untold.of(conversation.id(), packets.answer(events));
            String packet = packets.of(events, parts.removed(), parts.heldBack(),
                    said == null ? null : said.value()).json();
            return promised(promises.make(conversation.id(), key, new Wish(new Slot(kind, queue, due, due),
                    language, wanted.contact(), said, packet)), queue, language);
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private Promised promised(Making making, String queue, String language) {
        return switch (making) {
            case Making.Made made -> promised(made.promise(), made.promise().language());
            case Making.SlotGone gone -> throw new ChatProblem(Type.SLOT_GONE, Map.of("offers",
                    offered(new Found(queue, promises.offer(queue, language, clock.instant())))));
            case Making.ContactRefused refused -> throw refused(code(refused.reason()));
        };
    }

    private ChatProblem refused(String reason) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("reason", reason);
        details.put("detail", (ChatProblem.Said) language -> messages
                .getMessage("promise.contact." + reason, null, language.locale()));
        return new ChatProblem(Type.CONTACT_REFUSED, details);
    }

    private String queue(ConversationId conversation, List<StoredEvent> events, String language) {
        Standing standing = handover.standing(conversation);
        if (isPersons(standing)) {
            throw new ChatProblem(Type.PERSON_AT_HAND);
        }
        return found(standing, events, language).queue();
    }

    /**
     * The queue of a case that is over; else that of the matter, and where that one never opens, the contact centre's, unless it
     * is secret.
     */
    private Found found(Standing standing, List<StoredEvent> events, String language) {
        String last = standing.reserved() == null ? standing.queue() : standing.reserved();
        Found found = offers(
                last == null ? queueOf(packets.contact(events).orElse(mainContact)) : last, language);
        return found.offers().isEmpty() && !contacts.isSecret(found.queue())
                ? offers(queueOf(mainContact), language)
                : found;
    }

    private Found offers(String queue, String language) {
        return new Found(queue, promises.offer(queue, language, clock.instant()));
    }

    private String queueOf(String contact) {
        return contactCentre.availability(contact).contact().queue();
    }

    private static boolean isPersons(Standing standing) {
        return standing.state() == ConversationState.WAITING
                || standing.state() == ConversationState.WITH_AGENT;
    }

    private List<Offered> offered(Found found) {
        return found.offers().stream().map(offer -> new Offered(code(offer.slot().kind()),
                local(offer.slot().from()), local(offer.slot().due()), offer.text())).toList();
    }

    private Promised promised(Promise promise, String language) {
        return new Promised(promise.receipt(), code(promise.kind()), local(promise.dueAt()),
                words.of(promise, language), promise.wish(), promise.keptAt() != null);
    }

    private OffsetDateTime local(Instant moment) {
        return moment.atZone(times.zone()).toOffsetDateTime();
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static PromiseKind kind(@Nullable String written) {
        for (PromiseKind kind : PromiseKind.values()) {
            if (code(kind).equals(written)) {
                return kind;
            }
        }
        throw new ChatProblem(Type.REQUEST_INVALID);
    }

    private static Instant due(@Nullable String written) {
        try {
            return OffsetDateTime.parse(written == null ? "" : written).toInstant();
        } catch (DateTimeException e) {
            throw new ChatProblem(Type.REQUEST_INVALID);
        }
    }
}
