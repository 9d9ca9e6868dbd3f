package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, or now and then a call, and what citizen, agents, timers and a bad network do to it in an order that a seed gives: requests
 * arrive, are lost on the way, lose their answer, arrive twice, or arrive again much later.
 */
final class RandomOrder {
    private static final List<Agent> AGENTS = List.of(new Agent("a1", "Anna"), new Agent("b2", "Bo"),
            new Agent("c3", "Cia"));
    private static final List<String> QUEUES = List.of("bygg", "skola");
    /** In no text but those of notes. */
    static final String INTERNAL = "havtorn";
    private static final String HOLD = "promise";

    private final OpenRecord record;
    private final Random random;
    private final boolean call;
    private final ConversationId conversation;
    private final List<Request> requests = new ArrayList<>();
    private final List<StoredEvent> read = new ArrayList<>();
    private @Nullable StoredEvent question;
    private boolean promised;

    RandomOrder(OpenRecord record, long seed) {
        this.record = record;
        this.random = new Random(seed);
        this.call = seed % 8 == 0;
        this.conversation = call
                ? record.calls.start(key(), AGENTS.getFirst()).conversation()
                : record.store.start(key()).id();
    }

    /** A request with its key, as its sender may send it again. */
    private static final class Request {
        private final Supplier<StoredEvent> sent;
        private @Nullable StoredEvent done;

        private Request(Supplier<StoredEvent> sent) {
            this.sent = sent;
        }
    }

    /** What came of it: the events as one who reads all along has read them. */
    List<StoredEvent> run(int steps) {
        for (int step = 0; step < steps; step++) {
            record.clock.advance(Duration.ofSeconds(random.nextInt(60)));
            switch (random.nextInt(13)) {
                case 0 -> sentAgain();
                case 1, 2 -> answer();
                case 3 -> timer();
                case 4, 5 -> claim();
                case 6 -> promise();
                default -> send(new Request(any()));
            }
        }
        requests.forEach(this::assertKeptOnce);
        assertThat(record.store.eventsAfter(conversation, 0)).isEqualTo(read);
        return read;
    }

    boolean isCall() {
        return call;
    }

    ConversationId conversation() {
        return conversation;
    }

    private Supplier<StoredEvent> any() {
        HandoverStore handover = record.handover;
        IdempotencyKey key = key();
        Agent agent = random.nextInt(4) == 0 ? one(AGENTS) : owner();
        Agent other = AGENTS.get((AGENTS.indexOf(agent) + 1) % AGENTS.size());
        String queue = one(QUEUES);
        String line = "rad " + random.nextInt(1000);
        return switch (random.nextInt(22)) {
            case 0, 1 -> () -> asked(key, line);
            case 2 -> () -> handover.request(conversation, key, queue, "{}", line);
            case 3 -> () -> handover.leaveQueue(conversation, key, line);
            case 4 -> () -> handover.reopen(conversation, key, line);
            case 5 -> () -> handover.postAsCitizen(conversation, key, RecordContract.text(line), line);
            case 6 -> () -> handover.postAsAgent(conversation, key, agent, RecordContract.text(line),
                    List.of());
            case 7 -> () -> handover.transfer(conversation, key, agent, other, line);
            case 8 -> () -> handover.requeue(conversation, key, agent, queue, line);
            case 9 -> () -> handover.giveBack(conversation, key, agent, line);
            case 10 -> () -> handover.resolve(conversation, key, agent, "code", "reason", line);
            case 11 -> () -> handover.approve(conversation, key, agent, RecordContract.text(line), List.of(),
                    line);
            case 12 -> () -> call
                    ? record.calls.end(conversation, key, agent, "code", "reason")
                    : handover.resolve(conversation, key, agent, "code", "reason", line);
            case 13, 14 ->
                () -> record.warnings.warn(conversation, key, agent, line).orElseThrow(this::notNow);
            case 15, 16, 17, 18 ->
                () -> record.warnings.end(conversation, key, agent, line).orElseThrow(this::notNow);
            case 19 -> () -> followedUp(key, agent, queue, line);
            default -> () -> handover.takeUp(conversation, key, agent, line);
        };
    }

    /** There is a warning already, or none. */
    private ConversationRefusal notNow() {
        return new ConversationRefusal.NoPersonInvolved(conversation,
                record.handover.standing(conversation).state());
    }

    private StoredEvent followedUp(IdempotencyKey key, Agent agent, String queue, String line) {
        StoredEvent event = record.handover.followUp(conversation, key, agent, queue, HOLD, line);
        assertThat(promised || event.id() <= read.size()).as("a promise to follow up").isTrue();
        return event;
    }

    /** Something is promised, or the promise is kept: no event of the conversation. */
    private void promise() {
        promised = !promised;
        record.attachments.write(conversation, held -> {
            if (promised) {
                held.hold(HOLD);
            } else {
                held.release(HOLD);
            }
            return true;
        });
    }

    private StoredEvent asked(IdempotencyKey key, String text) {
        AskedQuestion asked = record.store.ask(conversation, key, RecordContract.text(text), "sv");
        if (!asked.repeated()) {
            question = asked.event();
        }
        return asked.event();
    }

    /** The network delivers it, or not, or twice; the answer may be lost, which is the sender's business alone. */
    private void send(Request request) {
        requests.add(request);
        int fate = random.nextInt(10);
        if (fate > 0) {
            arrive(request);
        }
        if (fate > 7) {
            arrive(request);
        }
    }

    private void sentAgain() {
        if (!requests.isEmpty()) {
            arrive(one(requests));
        }
    }

    private void arrive(Request request) {
        try {
            StoredEvent event = request.sent.get();
            int news = readOn().size();
            if (request.done == null) {
                assertThat(news).as("events of a first request").isBetween(1, 2);
                assertThat(read).contains(event);
                request.done = event;
            } else {
                assertThat(news).as("events of a repeat").isZero();
                assertThat(event).isEqualTo(request.done);
            }
        } catch (ConversationRefusal refused) {
            assertThat(request.done).as("what was accepted before a %s", refused).isNull();
            assertThat(readOn()).as("events of a refused request").isEmpty();
        }
    }

    private void assertKeptOnce(Request request) {
        StoredEvent done = request.done;
        if (done != null) {
            assertThat(read).filteredOn(done::equals).hasSize(1);
        }
    }

    private void answer() {
        StoredEvent open = question;
        if (open != null) {
            int number = (int) read.stream().filter(event -> event.event().type().equals("question")).count();
            List<ConversationEvent> part = random.nextBoolean()
                    ? List.of(RecordContract.SENTENCE)
                    : List.of(RecordContract.SENTENCE, RecordContract.completed(number));
            record.store.answer(open, part);
            assertThat(readOn()).hasSameSizeAs(part);
            question = part.size() == 1 ? open : null;
        }
    }

    private void timer() {
        Standing standing = record.handover.standing(conversation);
        long seen = standing.version() - random.nextInt(2);
        boolean moved = switch (random.nextInt(4)) {
            case 0 -> record.handover.timeOut(conversation, seen, "ingen hann");
            case 1 -> record.handover.deskClosed(conversation, seen, "stängt");
            case 2 -> !record.handover.vanish(one(AGENTS).account(), gone -> "borta").isEmpty();
            default -> {
                record.handover.addNote(conversation, key(), one(AGENTS), RecordContract.text(INTERNAL));
                yield false;
            }
        };
        assertThat(readOn()).hasSize(moved ? 1 : 0);
    }

    private void claim() {
        Standing standing = record.handover.standing(conversation);
        Agent agent = one(AGENTS);
        long seen = standing.version() - (random.nextInt(5) == 0 ? 1 : 0);
        Claim claim = record.handover.claim(conversation, agent, seen, "hej");
        boolean taken = standing.state() == ConversationState.WAITING && seen == standing.version();
        assertThat(readOn()).hasSize(taken ? 1 : 0);
        if (taken || standing.agent() != null && standing.agent().is(agent)) {
            assertThat(claim).isEqualTo(new Claim.Won(record.handover.standing(conversation)));
        } else if (standing.agent() != null) {
            assertThat(claim).isEqualTo(new Claim.TakenBy(standing.agent()));
        } else {
            assertThat(claim).isEqualTo(standing.state() == ConversationState.WAITING
                    ? new Claim.Moved(standing)
                    : new Claim.NotWaiting(standing.state()));
        }
    }

    /** What is new for the one who reads all along. */
    private List<StoredEvent> readOn() {
        List<StoredEvent> news = record.store.eventsAfter(conversation, read.size());
        read.addAll(news);
        assertThat(read).extracting(StoredEvent::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, read.size()).boxed().toList());
        return news;
    }

    private Agent owner() {
        Agent owner = record.handover.standing(conversation).agent();
        return owner == null ? one(AGENTS) : owner;
    }

    private IdempotencyKey key() {
        return new IdempotencyKey(new UUID(random.nextLong(), random.nextLong()));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
