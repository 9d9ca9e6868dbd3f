package se.lotsen.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.chat.ChatProblem.Type;
import se.lotsen.conduct.Origin;
import se.lotsen.conduct.PersonToday;
import se.lotsen.conduct.ThreatWatch;
import se.lotsen.conversation.Conversation;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StateChange;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.CasePacket;
import se.lotsen.handover.CasePackets;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.ContactPoint;
import se.lotsen.handover.PersonLines;
import se.lotsen.handover.PersonOnDuty;
import se.lotsen.handover.PersonOnDuty.Duty;
import se.lotsen.handover.QueuePlaces;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;

/**
 * What a citizen can do on the way to a person, the same for the API and for the page without JavaScript. It refuses to
 * begin a wait that nobody will end, whoever writes too much, and a deletion that the municipality does not allow; it passes on
 * nothing that is not masked.
 */
public class PersonRequests {
    private final ConversationStore store;
    private final HandoverStore handover;
    private final ConversationDisposal disposal;
    private final CasePackets packets;
    private final Untold untold;
    private final PersonOnDuty duty;
    private final QueuePlaces places;
    private final ContactDirectory contacts;
    private final PersonLines lines;
    private final AvailabilityText hours;
    private final PersonalDataMask mask;
    private final RateLimits limits;
    private final ThreatWatch threats;
    private final PersonToday today;
    private final String mainContact;
    private final int maxLength;
    private final Deletion deletion;

    PersonRequests(ConversationStore store, HandoverStore handover, ConversationDisposal disposal,
            CasePackets packets, PersonOnDuty duty, QueuePlaces places, ContactDirectory contacts,
            PersonLines lines, AvailabilityText hours, PersonalDataMask mask, RateLimits limits,
            ThreatWatch threats, PersonToday today, String mainContact, ChatProperties properties) {
        this.store = store;
        this.handover = handover;
        this.disposal = disposal;
        this.packets = packets;
        this.untold = new Untold(store);
        this.duty = duty;
        this.places = places;
        this.contacts = contacts;
        this.lines = lines;
        this.hours = hours;
        this.mask = mask;
        this.limits = limits;
        this.threats = threats;
        this.today = today;
        this.mainContact = mainContact;
        this.maxLength = properties.maxMessageLength();
        this.deletion = properties.deletion();
    }

    /**
     * Where a conversation stands, for its citizen.
     *
     * @param queue null unless a person is awaited or has it
     * @param position from 1; null unless it waits
     * @param estimateMinutes null when it is not known
     */
    public record Place(ConversationState state, @Nullable String queue, @Nullable Integer position,
            @Nullable Integer estimateMinutes) {
    }

    /**
     * The citizen asks for a person and agrees that the packet is passed on.
     *
     * @param queue the one that is wanted; null for the one of the case
     * @param wish what the citizen wants, as typed
     */
    public Mono<Place> request(Conversation conversation, IdempotencyKey key, @Nullable String queue,
            @Nullable String wish) {
        return Mono.fromCallable(() -> {
            limits.countConversation(conversation.id().toString());
            String said = wish == null || wish.isBlank() ? null : text(wish).value();
            List<StoredEvent> events = store.eventsAfter(conversation.id(), 0);
            String language = packets.language(events);
            if (!today.mayWrite(conversation.id())) {
                throw notToday(language);
            }
            ContactPoint contact = contact(conversation.id(), queue, events, language);
            Untold.Parts parts = untold.of(conversation.id(), packets.answer(events));
            CasePacket packet = packets.of(events, parts.removed(), parts.heldBack(), said);
            handover.request(conversation.id(), key, contact.queue(), packet.json(),
                    lines.of(StateChange.REQUESTED, language, contact));
            return place(conversation.id(), language);
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** A conversation that waits, or that a person has, is where it is: what comes is a repeat, and is not routed anew. */
    private ContactPoint contact(ConversationId conversation, @Nullable String wanted,
            List<StoredEvent> events,
            String language) {
        Standing standing = handover.standing(conversation);
        if (standing.state() != ConversationState.WITH_ASSISTANT) {
            return duty.inQueue(standing.queue(), language).availability().contact();
        }
        if (wanted != null && contacts.ofQueue(wanted).isEmpty()) {
            throw new ChatProblem(Type.REQUEST_INVALID);
        }
        Duty asked = asked(standing, wanted, events, language);
        return open(standing, asked, language).orElseThrow(() -> nobody(conversation, asked)).availability()
                .contact();
    }

    /** What was told to a secret queue is for its people alone: the conversation goes to no other queue. */
    private Duty asked(Standing standing, @Nullable String wanted, List<StoredEvent> events,
            String language) {
        String reserved = standing.reserved();
        if (reserved != null) {
            return duty.inQueue(reserved, language);
        }
        return wanted == null
                ? duty.at(packets.contact(events).orElse(mainContact), language)
                : duty.inQueue(wanted, language);
    }

    /**
     * Where nobody of a department is there, the contact centre may be: but not for a secret one, whose matters are not its
     * business.
     */
    private Optional<Duty> open(Standing standing, Duty asked, String language) {
        String reserved = standing.reserved();
        if (reserved != null || contacts.isSecret(asked.queue()) || asked.isOpen()) {
            return Optional.of(asked)
                    .filter(found -> found.isOpen() && (reserved == null || reserved.equals(found.queue())));
        }
        return Optional.of(duty.at(mainContact, language)).filter(Duty::isOpen);
    }

    private ChatProblem notToday(String language) {
        ContactPoint contact = duty.at(mainContact, language).availability().contact();
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("name", contact.name());
        details.put("phone", contact.phone());
        details.put("email", contact.email());
        return new ChatProblem(Type.PERSON_NOT_TODAY, details);
    }

    private ChatProblem nobody(ConversationId conversation, Duty found) {
        ContactPoint contact = found.availability().contact();
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("reason", found.reach().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        details.put("nextOpening",
                found.availability().openNow() || found.availability().nextOpening() == null
                        ? null
                        : found.availability().nextOpening().toString());
        details.put("hours",
                (ChatProblem.Said) language -> hours.of(found.availability(), language.tag()));
        details.put("name", contact.name());
        details.put("phone", contact.phone());
        details.put("email", contact.email());
        details.put("promises", "/api/conversations/" + conversation + "/promises");
        return new ChatProblem(Type.NOBODY_ON_DUTY, details);
    }

    /** The citizen waits no longer. A conversation that does not wait any more stays as it is. */
    public Mono<Place> leaveQueue(Conversation conversation, IdempotencyKey key) {
        return Mono.fromCallable(() -> {
            limits.countConversation(conversation.id().toString());
            String language = language(conversation.id());
            Standing standing = handover.standing(conversation.id());
            if (standing.state() != ConversationState.WITH_ASSISTANT) {
                handover.leaveQueue(conversation.id(), key, lines.of(StateChange.LEFT_QUEUE, language,
                        duty.inQueue(standing.queue(), language).availability().contact()));
            }
            return place(conversation.id(), language);
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** The citizen writes to the person; an ended case is opened again, if somebody is there to see it. */
    public Mono<StoredEvent> write(Conversation conversation, IdempotencyKey key, @Nullable String raw) {
        return Mono.fromCallable(() -> {
            limits.countConversation(conversation.id().toString());
            MaskedText text = text(raw);
            Standing standing = handover.standing(conversation.id());
            String reopened = null;
            if (standing.state() == ConversationState.CLOSED) {
                String language = language(conversation.id());
                Duty found = duty.inQueue(standing.queue(), language);
                if (!found.isOpen()) {
                    throw nobody(conversation.id(), found);
                }
                reopened = lines.of(StateChange.REOPENED, language, found.availability().contact());
            }
            StoredEvent written = handover.postAsCitizen(conversation.id(), key, text, reopened);
            threats.heard(conversation.id(), Origin.MESSAGE, written.id(), text, language(conversation.id()));
            return written;
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** The conversation is gone afterwards, but for the fact that it was. */
    public Mono<Void> delete(Conversation conversation) {
        return Mono.<Void>fromRunnable(() -> {
            limits.countConversation(conversation.id().toString());
            boolean deleted = switch (deletion) {
                case OFF -> throw new ChatProblem(Type.DELETION_OFF);
                case NOW -> disposal.disposeNow(conversation.id());
                case AT_END_OF_PERIOD -> disposal.close(conversation.id());
            };
            if (!deleted) {
                throw new ChatProblem(Type.PERSON_INVOLVED);
            }
        }).subscribeOn(Schedulers.boundedElastic());
    }

    /** What a page shows of the way to a person. Blocks. */
    public WayToPerson way(ConversationId conversation, List<StoredEvent> events) {
        String language = packets.language(events);
        Place place = place(conversation, language);
        CasePacket packet = packets.of(events, List.of(), null);
        boolean offered = place.state() == ConversationState.WITH_ASSISTANT && !packet.questions().isEmpty()
                && today.mayWrite(conversation)
                && isSomebodyThere(handover.standing(conversation), events, language);
        return new WayToPerson(place.state(), offered, place.position(), place.estimateMinutes(), packet);
    }

    private boolean isSomebodyThere(Standing standing, List<StoredEvent> events, String language) {
        return open(standing, asked(standing, null, events, language), language).isPresent();
    }

    /** Where the conversation stands now. Blocks. */
    Place place(ConversationId conversation, String language) {
        Optional<QueuePlaces.Place> waiting = places.of(conversation, language);
        Standing standing = handover.standing(conversation);
        return new Place(standing.state(), standing.queue(),
                waiting.map(QueuePlaces.Place::position).orElse(null),
                waiting.map(QueuePlaces.Place::estimateMinutes).orElse(null));
    }

    /** The language of the last question. Blocks. */
    String language(ConversationId conversation) {
        return packets.language(store.eventsAfter(conversation, 0));
    }

    /** What was typed, masked; refuses nothing and too much. */
    MaskedText text(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            throw new ChatProblem(Type.MESSAGE_EMPTY);
        }
        if (raw.length() > maxLength) {
            throw new ChatProblem(Type.MESSAGE_TOO_LONG);
        }
        MaskedText text = mask.mask(raw);
        if (text.value().isBlank()) {
            throw new ChatProblem(Type.MESSAGE_EMPTY);
        }
        return text;
    }
}
