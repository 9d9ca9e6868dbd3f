package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.PostgresForTests;
import se.lotsen.testing.ServiceProcess;

/**
 * F13: the database refuses, hangs or only lets itself be read, while citizens write. Pages are read on, what cannot be stored is
 * refused with 503 and a word for the citizen, within seconds; what was acknowledged is there once, and what was refused or cut
 * is there once when it is sent again under its key. {@code -Dlotsen.f13=1000} for the full count.
 */
class F13DatabaseFaults {
    private static final int FAULTS = Integer.getInteger("lotsen.f13", 100);
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(15);

    private enum Fault {
        REFUSES, HANGS, READ_ONLY
    }

    @TempDir
    private Path folder;
    private PostgresForTests schema;
    private ToxicProxy network;
    private ServiceProcess service;
    private ChatClient client;
    private Talk talk;
    private final Random random = new Random(SEED);
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();

    @BeforeEach
    void start() {
        schema = PostgresForTests.newSchema();
        network = ToxicProxy.before(portOf(schema.url()));
        String url = schema.url().replaceFirst(":\\d+/", ":" + network.port() + "/") + "&socketTimeout=3";
        service = ServiceProcess.serve(folder.resolve("data"), Path.of("knowledge-base").toAbsolutePath(),
                Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "1000",
                        "SPRING_DATASOURCE_HIKARI_VALIDATIONTIMEOUT", "500",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE", "100000",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "100000"));
        client = service.client();
        // A database that goes away while the service still starts ends the start, which is another story.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get("/actuator/health/readiness", Map.of()).statusCode() == 200);
        talk = client.start();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
            network.close();
        }
        schema.close();
    }

    @Test
    void nothingIsLostDoubledOrFalselyAcknowledgedByADatabaseThatFails() {
        List<String> acknowledged = new ArrayList<>();
        for (int n = 0; n < FAULTS; n++) {
            Fault fault = Fault.values()[n % Fault.values().length];
            begin(fault);
            assertThat(client.get("/knowledge/forskola-avgift", Map.of()).statusCode())
                    .as("a page is read while the database %s", fault).isEqualTo(200);
            String key = ChatClient.newKey();
            String question = "vad kostar förskolan för barn nummer " + n + random.nextInt(1000);
            boolean stored = ask(fault, key, question);
            end(fault);
            if (!stored) {
                await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200))
                        .until(() -> ask(null, key, question));
            }
            acknowledged.add(question);
            if (n % 20 == 19) {
                assertThat(questions()).as("after fault %d", n).isEqualTo(acknowledged);
                talk = client.start();
                acknowledged.clear();
            }
        }
        assertThat(questions()).isEqualTo(acknowledged);
        System.out.printf("| F13 database refuses, hangs, read-only | %d faults | %s | 0 lost, 0 doubled |%n",
                FAULTS, outcomes);
    }

    /** Whether the question is stored for certain; a refusal must be an honest one, and in time. */
    private boolean ask(Fault fault, String key, String question) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = client.post(talk.path("/questions"), talk.headers(key),
                    ChatClient.body(question));
            if (fault != null) {
                outcomes.merge(fault + " " + answer.statusCode(), 1, Integer::sum);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TOLD_WITHIN);
            }
            if (answer.statusCode() == 200 || answer.statusCode() == 409) {
                return answer.statusCode() == 200 && answer.body().contains("event:completed");
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("record-unavailable").doesNotContain("Exception");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            return false;
        } catch (UncheckedIOException e) {
            // The stream broke off in the middle: whether it is stored is not known to the citizen.
            outcomes.merge(fault + " cut", 1, Integer::sum);
            return false;
        }
    }

    private List<String> questions() {
        return client.transcript(talk).valueStream()
                .filter(event -> event.required("type").asString().equals("question"))
                .map(event -> event.required("data").required("text").asString()).toList();
    }

    private void begin(Fault fault) {
        switch (fault) {
            case REFUSES -> network.down();
            case HANGS -> {
                network.towardsServer(new Toxic.Timeout(Duration.ofSeconds(20)));
                network.cut();
            }
            case READ_ONLY -> {
                run("alter database postgres set default_transaction_read_only = on");
                network.cut();
            }
        }
    }

    private void end(Fault fault) {
        switch (fault) {
            case REFUSES -> network.up();
            case HANGS -> {
                network.towardsServer(null);
                network.cut();
            }
            case READ_ONLY -> {
                run("alter database postgres set default_transaction_read_only = off");
                network.cut();
            }
        }
    }

    /** Past the bad network, and able to write whatever the default is. */
    private void run(String statement) {
        try (Connection connection = DriverManager.getConnection(schema.url());
                Statement sql = connection.createStatement()) {
            sql.execute("set default_transaction_read_only = off");
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int portOf(String url) {
        return Integer.parseInt(url.replaceFirst(".*?:(\\d+)/.*", "$1"));
    }
}
