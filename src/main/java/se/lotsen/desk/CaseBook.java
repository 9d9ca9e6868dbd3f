package se.lotsen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AgentReplies;
import se.lotsen.conversation.CaseMarks;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;
import se.lotsen.conversation.CaseSearch.Sight;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverPacket;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.conversation.WaitingCase;
import se.lotsen.desk.CaseView.QueueName;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.Promises;
import se.lotsen.handover.CasePackets;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.Presence;
import se.lotsen.handover.Presence.DeskAgent;

/**
 * What a colleague may see of the record. A conversation that was never handed over is nobody's business here; one of a
 * queue that the colleague does not take is the business of others. Both look as if they did not exist. It blocks.
 */
final class CaseBook {
    /** More lines than anybody reads; the rest comes up as these are taken. */
    private static final int LINES = 200;
    private final ConversationStore conversations;
    private final HandoverStore cases;
    private final AgentReplies replies;
    private final CaseMarks marks;
    private final Onlookers onlookers;
    private final CasePackets packets;
    private final ContactDirectory contacts;
    private final Presence presence;
    private final DeskFile file;
    private final Promises promises;
    private final Clock clock;
    private final CaseHeadings headings = new CaseHeadings(this::packet);

    CaseBook(ConversationStore conversations, HandoverStore cases, AgentReplies replies,
            CaseMarks marks, Onlookers onlookers, CasePackets packets, ContactDirectory contacts,
            Presence presence, DeskFile file, Promises promises, Clock clock) {
        this.conversations = conversations;
        this.cases = cases;
        this.replies = replies;
        this.marks = marks;
        this.onlookers = onlookers;
        this.packets = packets;
        this.contacts = contacts;
        this.presence = presence;
        this.file = file;
        this.promises = promises;
        this.clock = clock;
    }

    /** @throws NoSuchCase when it is not for the colleague's eyes */
    Standing standing(Colleague who, ConversationId conversation) {
        Standing standing;
        try {
            standing = cases.standing(conversation);
        } catch (UnknownConversation e) {
            throw new NoSuchCase();
        }
        if (!shows(who, standing)) {
            throw new NoSuchCase();
        }
        return standing;
    }

    /**
     * Whether the case is for the colleague's eyes. Whoever has a case sees it, unless it is secret and the account does not
     * list the queue any more.
     */
    boolean shows(Colleague who, Standing standing) {
        if (!who.isAllowed(standing)) {
            return false;
        }
        String queue = standing.queue();
        return mine(who, standing) || (queue == null
                ? wasFor(who, standing) || promisedIn(who, standing.conversation()).isPresent()
                : who.sees(queue));
    }

    /** The same for a search, which looks at many. */
    Sight sight(Colleague who) {
        return new Sight(who.narrowedTo(), who.id(), Set.copyOf(who.account().queues()),
                queues().stream().map(QueueName::id)
                        .filter(queue -> contacts.isSecret(queue) && !who.sees(queue))
                        .collect(Collectors.toSet()));
    }

    /** Back with the assistant a case has no queue; one whose last queue nobody wrote down is nobody's. */
    private boolean wasFor(Colleague who, Standing standing) {
        return who.narrowedTo().isEmpty()
                && cases.lastQueue(standing.conversation()).filter(who::sees).isPresent();
    }

    /** The queue, of those that the colleague sees, that has promised something: it answers for it. */
    private Optional<String> promisedIn(Colleague who, ConversationId conversation) {
        return promises.of(conversation).stream().map(Promise::queue).filter(who::sees).findFirst();
    }

    CaseView open(Colleague who, ConversationId conversation) {
        return view(who, standing(who, conversation));
    }

    /** Whoever calls it has made sure that the colleague may see it. */
    CaseView view(Colleague who, Standing standing) {
        ConversationId conversation = standing.conversation();
        List<StoredEvent> events = conversations.eventsAfter(conversation, 0);
        Packet packet = packet(conversation);
        String queue = Optional.ofNullable(standing.queue()).or(() -> promisedIn(who, conversation))
                .orElse("");
        Agent owner = standing.agent();
        DeskTerms terms = file.terms();
        return new CaseView(standing, mine(who, standing), owner == null ? "" : owner.name(),
                queueName(queue), waited(standing.waitingSince()),
                events.isEmpty() ? 0 : events.getLast().id(), packet,
                Transcript.of(events, cases.notes(conversation), clock.getZone(),
                        marks.shownTo(conversation)),
                cases.wrapUps(conversation).stream().map(ended -> CaseView.Ended.of(ended, terms))
                        .toList(),
                colleagues(who, standing, packets.language(events)), queuesFor(standing, true),
                queuesFor(standing, false),
                replies.pending(conversation).orElse(null), onlookers.others(conversation, who));
    }

    /** The colleague has this before their eyes. */
    void looked(Colleague who, CaseView view) {
        ConversationId conversation = view.standing().conversation();
        onlookers.here(conversation, who);
        if (view.mine()) {
            marks.read(conversation, who.id(), view.lastEvent());
        }
    }

    /** The colleague's page says by itself that the case is open there. */
    void watches(Colleague who, ConversationId conversation) {
        standing(who, conversation);
        onlookers.here(conversation, who);
    }

    /** Those who could take the case over now: they are there, may see it and have room. */
    List<DeskAgent> colleagues(Colleague who, Standing standing, String language) {
        String reserved = standing.reserved();
        return presence.taking(Objects.requireNonNullElse(standing.queue(), ""), language).stream()
                .filter(agent -> reserved == null || agent.listed().contains(reserved))
                .filter(agent -> !agent.account().equals(who.id()))
                .filter(agent -> cases.ownedBy(agent.account()).size() < agent.capacity()).toList();
    }

    /** Whether the case is for those who list its queue alone. */
    boolean isSecret(Standing standing) {
        String queue = standing.queue();
        return standing.reserved() != null || queue != null && contacts.isSecret(queue);
    }

    /**
     * The queues that the case can be moved to.
     *
     * @param asClosed those where no more people see it; otherwise those where more do, none for a case that is not secret
     */
    private List<QueueName> queuesFor(Standing standing, boolean asClosed) {
        return queues().stream()
                .filter(queue -> asClosed == (!isSecret(standing) || contacts.isSecret(queue.id()))).toList();
    }

    /** Whether more people would see a secret case in that queue. */
    boolean opensUp(Standing standing, String queue) {
        return isSecret(standing) && !contacts.isSecret(queue);
    }

    /** The language that the citizen wrote in last. */
    String language(ConversationId conversation) {
        return packets.language(conversations.eventsAfter(conversation, 0));
    }

    Packet packet(ConversationId conversation) {
        return cases.packet(conversation).map(HandoverPacket::document).map(Packet::of).orElse(Packet.NONE);
    }

    /** @param shown the case that the colleague looks at just now, which has nothing new for them; null for none */
    Board board(Colleague who, @Nullable UUID shown) {
        List<Board.Line> waiting = cases.waiting(who.narrowedTo()).stream().map(WaitingCase::standing)
                .filter(standing -> shows(who, standing)).limit(LINES).map(standing -> line(standing, 0))
                .toList();
        Map<ConversationId, Integer> unread = marks.unread(who.id());
        List<Board.Line> mine = cases.ownedBy(who.id()).stream().filter(who::isAllowed)
                .map(standing -> line(standing, standing.conversation().value().equals(shown)
                        ? 0
                        : unread.getOrDefault(standing.conversation(), 0)))
                .toList();
        return new Board(waiting, mine, presence.pauseOf(who.id()).orElse(""), who.takesCases());
    }

    private Board.Line line(Standing standing, int unread) {
        CaseHeadings.Heading heading = headings.of(standing);
        return new Board.Line(standing.conversation().value(), standing.version(),
                queueName(Objects.requireNonNullElse(standing.queue(), "")), waited(standing.waitingSince()),
                heading.language(), heading.topic(), unread);
    }

    /** All queues of the contacts, by the name of the first contact that has them. */
    List<QueueName> queues() {
        Map<String, String> names = new LinkedHashMap<>();
        contacts.contacts().forEach(contact -> names.putIfAbsent(contact.queue(), contact.name()));
        return names.entrySet().stream().map(entry -> new QueueName(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A queue that no contact has keeps its id. */
    String queueName(String queue) {
        return queues().stream().filter(known -> known.id().equals(queue)).map(QueueName::name).findFirst()
                .orElse(queue);
    }

    /** The queues whose changes a colleague's desk must hear of. */
    Set<String> heard(Colleague who) {
        Set<String> heard = new TreeSet<>(who.account().queues());
        if (who.narrowedTo().isEmpty()) {
            queues().stream().map(QueueName::id).filter(who::sees).forEach(heard::add);
        }
        cases.ownedBy(who.id()).stream().filter(who::isAllowed).map(Standing::queue)
                .filter(Objects::nonNull).forEach(heard::add);
        return heard;
    }

    /** Whether the queue has become secret to somebody who heard of it. */
    boolean isHidden(Colleague who, String queue) {
        return contacts.isSecret(queue) && !who.sees(queue);
    }

    /** Whether the case is still for the colleague's eyes. */
    boolean isOpenTo(Colleague who, ConversationId conversation) {
        try {
            standing(who, conversation);
            return true;
        } catch (NoSuchCase e) {
            return false;
        }
    }

    private static boolean mine(Colleague who, Standing standing) {
        Agent owner = standing.agent();
        return owner != null && owner.account().equals(who.id());
    }

    private long waited(@Nullable Instant since) {
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMinutes());
    }
}
