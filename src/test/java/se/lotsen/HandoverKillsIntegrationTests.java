package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ServiceProcess;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service is killed while citizens ask for a person and write, and an agent takes cases and replies, all over HTTP.
 * What was acknowledged is there once; what was not is sent again under its key and is there once, too. More often with
 * {@code -Dlotsen.service.kills=100}.
 */
class HandoverKillsIntegrationTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KILLS = Integer.getInteger("lotsen.service.kills", 1);
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int CITIZENS = 6;
    private static final String PASSWORD = "en lång fras för prov";
    private static final Pattern WELCOME = Pattern.compile("/staff/welcome\\?token=(\\S+)");
    private static final Pattern CLAIM = Pattern
            .compile("/desk/cases/([0-9a-f-]{36})/claim\"[\\s\\S]*?name=\"version\" value=\"(\\d+)\"");
    private static final Map<String, String> UNHURRIED = Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS",
            "1000000", "LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000");
    private static final Pattern OWN = Pattern.compile("id=\"mitt-([0-9a-f-]{36})\"");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    /** Since the last look. */
    private final ConcurrentMap<Talk, Queue<Write>> written = new ConcurrentHashMap<>();
    /** Found whole once; looked at again at the end, as a hundred looks at everything are the square of the work. */
    private final Map<Talk, Queue<Write>> seen = new HashMap<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger texts = new AtomicInteger();

    /** What a citizen sent: a message, or the wish for a person. */
    private record Write(String path, String key, String body, boolean[] done) {
    }

    private record Reply(String conversation, String key, String text, boolean[] done) {
    }

    @Test
    void noHandoverAndNoMessageIsLostOrDoubledByAKill() {
        Path knowledge = KnowledgeFiles.copyOfTheShipped(folder.resolve("knowledge")).alwaysOpen();
        Path data = folder.resolve("data");
        for (int cycle = 0; cycle <= KILLS; cycle++) {
            try (ServiceProcess service = ServiceProcess.serve(data, knowledge, UNHURRIED)) {
                StaffBrowser agent = new StaffBrowser(service.port());
                enter(agent, service, cycle == 0);
                sendAgain(service.client(), agent);
                assertEachOnce(service.client(), written);
                seen.putAll(written);
                written.clear();
                endOwnCases(agent);
                if (cycle == KILLS) {
                    assertEachOnce(service.client(), seen);
                } else if (cycle > 0 && cycle % 10 == 0) {
                    System.out.printf("kill %d of %d: %s acknowledged writes%n", cycle, KILLS, acknowledged);
                }
                if (cycle < KILLS) {
                    workUntilKilled(service, agent);
                }
                assertThat(service.log()).doesNotContain(" ERROR ");
            }
        }
        assertThat(acknowledged.get()).as("there was something to lose").isGreaterThan(20 * KILLS);
        System.out.println("kills: " + KILLS + ", acknowledged writes: " + acknowledged);
    }

    private static void enter(StaffBrowser agent, ServiceProcess service, boolean first) {
        if (first) {
            // It is the last line of a start, after the one that says that the service is ready.
            await().atMost(Duration.ofSeconds(60)).until(() -> WELCOME.matcher(service.log()).find());
            Matcher token = WELCOME.matcher(service.log());
            assertThat(token.find()).isTrue();
            agent.submit("/staff/welcome?token=" + token.group(1), "token", token.group(1), "userName",
                    "anna",
                    "displayName", "Anna Ek", "password", PASSWORD);
        } else {
            agent.signIn("anna", PASSWORD);
        }
        assertThat(agent.get("/desk").statusCode()).isEqualTo(200);
    }

    /** What the agent had when the service died is the agent's still; it is ended, so that others fit in. */
    private static void endOwnCases(StaffBrowser agent) {
        Matcher own = OWN.matcher(agent.get("/desk").body());
        while (own.find()) {
            assertThat(end(agent, own.group(1), "/close")).isEqualTo(303);
        }
    }

    private static int end(StaffBrowser agent, String conversation, String end) {
        return agent.submitFrom("/staff", "/desk/cases/" + conversation + end, "nyckel", ChatClient.newKey(),
                "orsak",
                "other", "slut", "solved").statusCode();
    }

    /** Citizens and an agent work until somebody pulls the plug. */
    private void workUntilKilled(ServiceProcess service, StaffBrowser agent) {
        AtomicInteger left = new AtomicInteger(30 + random.nextInt(60));
        ChatClient client = service.client();
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var plug = Executors.newSingleThreadScheduledExecutor()) {
            // Whoever is stuck is freed by the kill, too, and the count says that there was too little.
            plug.schedule(service::kill, 60, TimeUnit.SECONDS);
            IntStream.range(0, CITIZENS).forEach(n -> people.submit(() -> {
                while (left.get() > 0 && service.isAlive()) {
                    Talk talk = client.start();
                    boolean waits = write(client, talk, "/handover", "{}", left, service);
                    for (int message = 0; waits && message < 3; message++) {
                        waits = write(client, talk, "/messages", JSON.writeValueAsString(
                                Map.of("text", unlike("Hej "))),
                                left,
                                service);
                    }
                }
            }));
            people.submit(() -> {
                while (left.get() > 0 && service.isAlive()) {
                    serve(agent, left, service);
                }
            });
            people.shutdown();
            await().atMost(Duration.ofSeconds(90)).until(people::isTerminated);
            plug.shutdownNow();
        } finally {
            service.kill();
        }
    }

    /** False when it is refused: the queue is full, or the agent has given the conversation back. */
    private boolean write(ChatClient client, Talk talk, String path, String body, AtomicInteger left,
            ServiceProcess service) {
        Write write = new Write(path, ChatClient.newKey(), body, new boolean[1]);
        written.computeIfAbsent(talk, known -> new ConcurrentLinkedQueue<>()).add(write);
        if (send(client, talk, write)) {
            count(left, service);
            return true;
        }
        return false;
    }

    private boolean send(ChatClient client, Talk talk, Write write) {
        int status = client.post(talk.path(write.path()), talk.headers(write.key()), write.body())
                .statusCode();
        if (status == 409) {
            written.getOrDefault(talk, new ConcurrentLinkedQueue<>()).remove(write);
            return false;
        }
        assertThat(status).isIn(201, 202);
        done(write.done());
        return true;
    }

    /** Takes what waits, replies, and gives it back or ends it. */
    private void serve(StaffBrowser agent, AtomicInteger left, ServiceProcess service) {
        Matcher waiting = CLAIM.matcher(agent.get("/desk").body());
        if (!waiting.find()) {
            return;
        }
        String conversation = waiting.group(1);
        String page = "/desk/cases/" + conversation;
        if (agent.submitFrom("/staff", page + "/claim", "version", waiting.group(2)).statusCode() != 303) {
            return;
        }
        Reply reply = new Reply(conversation, ChatClient.newKey(), unlike("Svar "),
                new boolean[1]);
        replies.add(reply);
        if (send(agent, reply) == 303) {
            count(left, service);
        }
        end(agent, conversation, random.nextBoolean() ? "/return" : "/close");
    }

    private int send(StaffBrowser agent, Reply reply) {
        int status = agent.submitFrom("/staff", "/desk/cases/" + reply.conversation() + "/reply", "nyckel",
                reply.key(), "svar", reply.text()).statusCode();
        if (status == 303) {
            done(reply.done());
        }
        return status;
    }

    private void done(boolean[] done) {
        if (!done[0]) {
            done[0] = true;
            acknowledged.incrementAndGet();
        }
    }

    private static void count(AtomicInteger left, ServiceProcess service) {
        if (left.decrementAndGet() == 0) {
            service.kill();
        }
    }

    /** As browsers do after a failure: the same text under the same key. An agent who lost the case may be refused. */
    private void sendAgain(ChatClient client, StaffBrowser agent) {
        written.forEach((talk, writes) -> writes.stream().filter(write -> !write.done()[0])
                .forEach(write -> send(client, talk, write)));
        replies.stream().filter(reply -> !reply.done()[0]).forEach(reply -> send(agent, reply));
        replies.removeIf(reply -> !reply.done()[0]);
    }

    /** A reply that can still be taken back comes some seconds later. */
    private void assertEachOnce(ChatClient client, Map<Talk, Queue<Write>> sent) {
        sent.forEach((talk, writes) -> await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEachOnce(talk, writes, events(client, talk))));
    }

    private void assertEachOnce(Talk talk, Queue<Write> writes, List<JsonNode> events) {
        assertThat(events).extracting(event -> event.required("id").asLong())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
        for (Write write : writes) {
            assertThat(found(events, write)).as("lotsen.seed=%d: %s", SEED, write.path()).isEqualTo(1);
        }
        replies.stream().filter(reply -> reply.conversation().equals(talk.id())).forEach(
                reply -> assertThat(events.stream().filter(event -> text(event).equals(reply.text())).count())
                        .as("lotsen.seed=%d: a reply", SEED).isEqualTo(1));
    }

    private static long found(List<JsonNode> events, Write write) {
        return write.path().equals("/handover")
                ? events.stream().filter(event -> event.required("type").asString().equals("state")
                        && event.required("data").required("change").asString().equals("requested")).count()
                : events.stream()
                        .filter(event -> text(event)
                                .equals(JSON.readTree(write.body()).required("text").asString()))
                        .count();
    }

    /** Letters only: a number might be somebody's, and is hidden before it is stored. */
    private String unlike(String before) {
        return before + Integer.toString(texts.incrementAndGet()).chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0')).collect(Collectors.joining());
    }

    private static String text(JsonNode event) {
        return event.required("data").path("text").asString("");
    }

    private static List<JsonNode> events(ChatClient client, Talk talk) {
        return StreamSupport.stream(client.transcript(talk).spliterator(), false).toList();
    }
}
