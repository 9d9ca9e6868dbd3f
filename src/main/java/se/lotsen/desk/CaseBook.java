package se.lotsen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverPacket;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Standing;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.conversation.WaitingCase;
import se.lotsen.desk.CaseView.QueueName;
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
    private final CasePackets packets;
    private final ContactDirectory contacts;
    private final Presence presence;
    private final DeskFile file;
    private final Clock clock;

    CaseBook(ConversationStore conversations, HandoverStore cases, CasePackets packets,
            ContactDirectory contacts,
            Presence presence, DeskFile file, Clock clock) {
        this.conversations = conversations;
        this.cases = cases;
        this.packets = packets;
        this.contacts = contacts;
        this.presence = presence;
        this.file = file;
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
        if (!mine(who, standing) && !isForThe(who, standing)) {
            throw new NoSuchCase();
        }
        return standing;
    }

    private boolean isForThe(Colleague who, Standing standing) {
        String queue = standing.queue();
        return queue == null
                // Back with the assistant it has no queue any more, so that nobody can tell whose it was.
                ? who.queues().isEmpty() && cases.packet(standing.conversation()).isPresent()
                : who.sees(queue);
    }

    CaseView open(Colleague who, ConversationId conversation) {
        return view(who, standing(who, conversation));
    }

    /** Whoever calls it has made sure that the colleague may see it. */
    CaseView view(Colleague who, Standing standing) {
        ConversationId conversation = standing.conversation();
        List<StoredEvent> events = conversations.eventsAfter(conversation, 0);
        Packet packet = packet(conversation);
        String queue = Objects.requireNonNullElse(standing.queue(), "");
        Agent owner = standing.agent();
        DeskTerms terms = file.terms();
        return new CaseView(standing, mine(who, standing), owner == null ? "" : owner.name(),
                queueName(queue), waited(standing.waitingSince()),
                events.isEmpty() ? 0 : events.getLast().id(), packet,
                Transcript.of(events, cases.notes(conversation), clock.getZone()),
                cases.wrapUps(conversation).stream().map(ended -> CaseView.Ended.of(ended, terms))
                        .toList(),
                colleagues(who, queue, packets.language(events)), queues());
    }

    /** Those who could take the case over now. */
    List<DeskAgent> colleagues(Colleague who, String queue, String language) {
        return presence.taking(queue, language).stream()
                .filter(agent -> !agent.account().equals(who.id())).toList();
    }

    /** The language that the citizen wrote in last. */
    String language(ConversationId conversation) {
        return packets.language(conversations.eventsAfter(conversation, 0));
    }

    Packet packet(ConversationId conversation) {
        return cases.packet(conversation).map(HandoverPacket::document).map(Packet::of).orElse(Packet.NONE);
    }

    Board board(Colleague who) {
        List<Board.Line> waiting = cases.waiting(who.queues()).stream().limit(LINES)
                .map(WaitingCase::standing).map(this::line).toList();
        List<Board.Line> mine = cases.ownedBy(who.id()).stream().map(this::line).toList();
        return new Board(waiting, mine, presence.pauseOf(who.id()).orElse(""), who.takesCases());
    }

    private Board.Line line(Standing standing) {
        Packet packet = packet(standing.conversation());
        return new Board.Line(standing.conversation().value(), standing.version(),
                queueName(Objects.requireNonNullElse(standing.queue(), "")), waited(standing.waitingSince()),
                packet.language(), packet.topic());
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
        if (who.queues().isEmpty()) {
            queues().forEach(queue -> heard.add(queue.id()));
        }
        cases.ownedBy(who.id()).stream().map(Standing::queue).filter(Objects::nonNull).forEach(heard::add);
        return heard;
    }

    private static boolean mine(Colleague who, Standing standing) {
        Agent owner = standing.agent();
        return owner != null && owner.account().equals(who.id());
    }

    private long waited(@Nullable Instant since) {
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMinutes());
    }
}
