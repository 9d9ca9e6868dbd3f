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

/** What the store acknowledged survives a process that is killed without warning. */
class ConversationDurabilityIntegrationTests {
    private static final int CYCLES = 3;
    private static final long SEED = Long.getLong("lotsen.seed", 1);

    @TempDir
    private Path dataDir;

    @Test
    @Timeout(120)
    void nothingAcknowledgedIsLostToAKilledProcess() throws Exception {
        Random random = new Random(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            List<String> heard = untilKilled(100 + random.nextInt(400));
            assertThat(heard).as("the writer's acknowledgements").hasSizeGreaterThan(100);
            acknowledged.addAll(heard);
            try (OpenRecord record = OpenRecord.in(dataDir)) {
                acknowledged.forEach(line -> assertKept(line, record.store));
                logs(acknowledged).forEach(conversation -> assertWhole(conversation, record.store));
            }
        }
    }

    private List<String> untilKilled(int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Dlogging.level.root=warn", "-cp",
                System.getProperty("java.class.path"),
                DoomedWriter.class.getName(), dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> heard = new ArrayList<>();
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                heard.add(line);
                if (heard.size() == lines) {
                    // By its handle: killed directly, what it has said but we have not heard would be thrown away.
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.toHandle().destroyForcibly();
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return heard.stream()
                .filter(line -> line.matches("(start|event) .*") && line.endsWith(DoomedWriter.END))
                .map(line -> line.substring(0, line.length() - DoomedWriter.END.length()))
                .toList();
    }

    private static void assertKept(String acknowledgement, ConversationStore store) {
        String[] parts = acknowledgement.split(" ", 4);
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
        boolean open = !(events.getLast().event() instanceof Completed);
        assertThat(store.openQuestions())
                .filteredOn(asked -> asked.event().conversation().equals(conversation))
                .hasSize(open ? 1 : 0);
    }

    private static List<ConversationId> logs(List<String> acknowledged) {
        return acknowledged.stream().filter(line -> line.startsWith(DoomedWriter.EVENT))
                .map(line -> new ConversationId(UUID.fromString(line.split(" ")[1])))
                .collect(Collectors.toSet()).stream().toList();
    }
}
