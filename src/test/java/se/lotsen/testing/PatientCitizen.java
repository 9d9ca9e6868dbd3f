package se.lotsen.testing;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import se.lotsen.testing.ChatClient.Talk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A citizen's page as the widget is: what was not acknowledged is sent again under its key, and a stream that was cut goes on
 * after the last id. It keeps a journal of what was acknowledged and of what it was shown.
 */
public final class PatientCitizen {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PAUSE = Duration.ofMillis(50);
    private final ChatClient client;
    private final BooleanSupplier goesOn;
    private final Talk talk;
    private final Queue<Write> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Frame> shown = new ArrayList<>();
    private volatile int repeated;
    private volatile int hints;
    private volatile boolean hears;

    /** Something that was sent, and what it leaves in the log: an event's type and, unless empty, its text. */
    public record Write(String type, String text) {
    }

    /** @param goesOn whether it is worthwhile to try again */
    public PatientCitizen(ChatClient client, BooleanSupplier goesOn) {
        this.client = client;
        this.goesOn = goesOn;
        String key = ChatClient.newKey();
        String body = until(() -> client.post("/api/conversations", Map.of(ChatClient.KEY, key), ""), 201)
                .body();
        JsonNode started = JSON.readTree(body);
        talk = new Talk(started.required("id").asString(), started.required("token").asString());
    }

    public Talk talk() {
        return talk;
    }

    /** What was acknowledged. */
    public List<Write> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** How often something was sent again. */
    public int repeated() {
        return repeated;
    }

    /** How many streams have ended with a hint to resume. */
    public int hints() {
        return hints;
    }

    /** Whether the stream that is open now has brought something. */
    public boolean hears() {
        return hears;
    }

    /** Asks, and returns when the answer has ended. */
    public void ask(String question) {
        String key = ChatClient.newKey();
        boolean[] ended = new boolean[1];
        while (!ended[0] && goesOn.getAsBoolean()) {
            try {
                HttpResponse<java.io.InputStream> answer = client.begin(talk, key, question);
                if (answer.statusCode() == 200) {
                    ChatClient.until(answer.body(), frame -> {
                        ended[0] |= frame.event().equals("completed");
                        return ended[0];
                    });
                } else {
                    answer.body().close();
                }
            } catch (UncheckedIOException | java.io.IOException e) {
                // Nobody there, or cut: sent again.
            }
            if (!ended[0]) {
                repeated++;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        if (ended[0]) {
            acknowledged.add(new Write("question", question));
        }
    }

    /** Wishes for a person; false when nobody can come. */
    public boolean wishesForAPerson() {
        return write("/handover", "{}", new Write("state", ""), 202);
    }

    /** Writes to the person; false when it is not taken, as the conversation has gone back. */
    public boolean writes(String text) {
        return write("/messages", JSON.writeValueAsString(Map.of("text", text)), new Write("message", text),
                201);
    }

    /** Waits no more. */
    public void leavesTheQueue() {
        String key = ChatClient.newKey();
        until(() -> client.send(client.request(talk.path("/handover"), talk.headers(key)).DELETE().build(),
                BodyHandlers.ofString()), 200, 204, 409);
    }

    private boolean write(String path, String body, Write write, int taken) {
        String key = ChatClient.newKey();
        int status = until(() -> client.send(client.request(talk.path(path), talk.headers(key))
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()), taken, 409)
                .statusCode();
        if (status == taken) {
            acknowledged.add(write);
        }
        return status == taken;
    }

    private interface Attempt {
        HttpResponse<String> send();
    }

    private HttpResponse<String> until(Attempt attempt, Integer... good) {
        while (true) {
            try {
                HttpResponse<String> answer = attempt.send();
                if (List.of(good).contains(answer.statusCode())) {
                    return answer;
                }
                if (answer.statusCode() < 500) {
                    throw new AssertionError(answer.statusCode() + " " + answer.body());
                }
            } catch (UncheckedIOException e) {
                // As above.
            }
            repeated++;
            if (!goesOn.getAsBoolean()) {
                throw new UncheckedIOException(new java.io.IOException("nobody is there any more"));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Follows the conversation until told otherwise; blocks. A gap or a double is an {@link AssertionError}. */
    public void follow() {
        while (goesOn.getAsBoolean()) {
            long last = shown.size();
            hears = false;
            try {
                client.events(talk, last, frame -> {
                    hears = true;
                    if (frame.isStored()) {
                        keep(frame);
                    } else if (frame.event().equals("resume")) {
                        hints++;
                    }
                    return !goesOn.getAsBoolean();
                });
            } catch (UncheckedIOException e) {
                // Nobody there: tried again like a cut.
            } catch (AssertionError e) {
                if (e.getMessage() != null && e.getMessage().startsWith("gap")) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Asks one thing more, past the journals, so that whoever follows hears it and can end. */
    public void sayGoodbye(ChatClient service) {
        service.ask(talk, "tack och hej");
    }

    private synchronized void keep(Frame frame) {
        if (frame.id() != shown.size() + 1) {
            throw new AssertionError("gap: " + frame.id() + " after " + shown.size() + " in " + talk.id());
        }
        shown.add(frame);
    }

    /** The log that is kept, and whatever is wrong with it against the journals; empty when all is well. */
    public List<String> faults(ChatClient service) {
        List<JsonNode> events = StreamSupport.stream(service.transcript(talk).spliterator(), false).toList();
        List<String> faults = new ArrayList<>();
        List<Long> ids = events.stream().map(event -> event.required("id").asLong()).toList();
        if (!ids.equals(LongStream.rangeClosed(1, events.size()).boxed().toList())) {
            faults.add(talk.id() + ": ids " + ids);
        }
        for (Write write : acknowledged) {
            long times = events.stream().filter(event -> isOf(event, write)).count();
            long sent = acknowledged.stream().filter(write::equals).count();
            if (times != sent) {
                faults.add(talk.id() + ": " + write + " " + times + " times, sent " + sent);
            }
        }
        long questions = events.stream().filter(event -> type(event).equals("question")).count();
        long ends = events.stream().filter(event -> type(event).equals("completed")).count();
        if (questions != ends) {
            faults.add(talk.id() + ": " + questions + " questions, " + ends + " ends");
        }
        synchronized (this) {
            for (int at = 0; at < shown.size(); at++) {
                if (at >= events.size() || !shown.get(at).event().equals(type(events.get(at)))
                        || !shown.get(at).data().equals(events.get(at).required("data"))) {
                    faults.add(talk.id() + ": shown " + shown.get(at).raw() + " is not kept so");
                }
            }
        }
        return faults;
    }

    private static boolean isOf(JsonNode event, Write write) {
        return type(event).equals(write.type()) && (write.text().isEmpty()
                ? event.required("data").path("change").asString("").equals("requested")
                : event.required("data").path("text").asString("").equals(write.text()));
    }

    private static String type(JsonNode event) {
        return event.required("type").asString();
    }
}
