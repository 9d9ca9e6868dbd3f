package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;

/** What the store acknowledged survives a process that is killed without warning. */
class ConversationDurabilityIntegrationTests {
    private static final int CYCLES = Integer.getInteger("lotsen.kills", 3);
    private static final long SEED = Long.getLong("lotsen.seed", 1);

    @TempDir
    private Path dataDir;

    @Test
    @Timeout(40 * 60)
    void nothingAcknowledgedIsLostToAKilledProcess() throws Exception {
        Random random = new Random(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            int enough = 100 + random.nextInt(400);
            List<String> heard = untilKilled(enough);
            assertThat(heard).as("the writer's acknowledgements").hasSizeGreaterThanOrEqualTo(enough);
            acknowledged.addAll(heard);
            try (OpenRecord record = OpenRecord.in(dataDir)) {
                acknowledged.forEach(line -> assertKept(line, record.store));
                logs(acknowledged).forEach(conversation -> assertWhole(conversation, record.store));
            }
        }
    }

    /** Everything that the writer acknowledged; it is killed when that is {@code enough}. */
    private List<String> untilKilled(int enough) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                DoomedWriter.class.getName(), dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // By its handle: killed directly, what it has said but we have not heard would be thrown away.
        ProcessHandle life = writer.toHandle();
        List<String> heard = new ArrayList<>();
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            out.lines().filter(DoomedWriter::isAcknowledgement).forEach(line -> {
                heard.add(line);
                if (heard.size() == enough) {
                    life.destroyForcibly();
                }
            });
        } finally {
            life.destroyForcibly();
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return heard;
    }

    private static void assertKept(String acknowledgement, ConversationStore store) {
        String[] parts = acknowledgement.substring(0, acknowledgement.length() - DoomedWriter.END.length())
                .split(" ", 4);
        ConversationId conversation = new ConversationId(UUID.fromString(parts[1]));
        if (parts[0].equals(DoomedWriter.START)) {
            assertThat(store.open(conversation, parts[2])).as(acknowledgement).isPresent();
            return;
        }
        long id = Long.parseLong(parts[2]);
        assertThat(store.eventsAfter(conversation, id - 1, 1)).as("lotsen.seed=%d: %s", SEED, acknowledgement)
                .singleElement()
                .satisfies(event -> assertThat(event.id()).isEqualTo(id))
                .satisfies(event -> assertThat(EventJson.write(event.event())).isEqualTo(parts[3]));
    }

    private static void assertWhole(ConversationId conversation, ConversationStore store) {
        List<StoredEvent> events = store.eventsAfter(conversation, 0);
        assertThat(events).extracting(StoredEvent::id)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertNotDoubled(events);
        boolean open = count(events, QuestionAsked.class) > count(events, Completed.class);
        assertThat(store.openQuestions())
                .filteredOn(asked -> asked.event().conversation().equals(conversation))
                .hasSize(open ? 1 : 0);
    }

    /** Nothing twice: each message has a text of its own. */
    private static void assertNotDoubled(List<StoredEvent> events) {
        assertThat(events.stream().map(StoredEvent::event).filter(MessagePosted.class::isInstance)
                .map(EventJson::write)).doesNotHaveDuplicates();
    }

    private static long count(List<StoredEvent> events, Class<? extends ConversationEvent> type) {
        return events.stream().map(StoredEvent::event).filter(type::isInstance).count();
    }

    private static List<ConversationId> logs(List<String> acknowledged) {
        return acknowledged.stream().filter(line -> line.startsWith(DoomedWriter.EVENT))
                .map(line -> new ConversationId(UUID.fromString(line.split(" ")[1])))
                .collect(Collectors.toSet()).stream().toList();
    }
}
