package se.lotsen.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service as two processes on one PostgreSQL behind a {@link ReverseProxy}, each with its own data folder and its own
 * copy of the knowledge base, whose queues are always open. With {@code -Dlotsen.nginx=/usr/sbin/nginx} the proxy is the real one
 * with the file that is shipped.
 */
public final class TwoProcesses implements AutoCloseable {
    private static final Pattern WELCOME = Pattern.compile("/staff/welcome\\?token=(\\S+)");
    private static final String PASSWORD = "en lång fras för prov";
    private final PostgresForTests database = PostgresForTests.newSchema();
    private final List<Integer> ports = List.of(NginxForTests.freePort(), NginxForTests.freePort());
    private final ReverseProxy proxy = new ReverseProxy();
    private final @Nullable NginxForTests nginx;
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final List<Path> knowledge = new ArrayList<>();
    private final Path folder;

    /** Both started, one after the other, and ready. */
    public TwoProcesses(Path folder) {
        this.folder = folder;
        String program = System.getProperty("lotsen.nginx");
        nginx = program == null ? null : new NginxForTests(program, folder.resolve("nginx"), ports);
        proxy.to(ports);
        for (int number = 0; number < 2; number++) {
            knowledge
                    .add(KnowledgeFiles.copyOfTheShipped(folder.resolve("knowledge-" + number)).alwaysOpen());
            processes.add(null);
            start(number);
        }
    }

    /** Starts one of them (again), over its own folders, and returns how long it took until it was ready. */
    public Duration start(int number) {
        Map<String, String> settings = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", database.url(),
                "SERVER_PORT",
                ports.get(number).toString(), "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "10",
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "native",
                "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000", "LOTSEN_CHAT_WRITES_PER_MINUTE",
                "1000000"));
        long begun = System.nanoTime();
        processes.set(number,
                ServiceProcess.serve(folder.resolve("data-" + number), knowledge.get(number), settings));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** One of them. */
    public ServiceProcess process(int number) {
        return processes.get(number);
    }

    /** The folder of one of them. */
    public Path knowledge(int number) {
        return knowledge.get(number);
    }

    /** Where the world reaches them. */
    public int port() {
        return nginx == null ? proxy.port() : nginx.port();
    }

    /** A program that speaks to whichever is there. */
    public ChatClient client() {
        return new ChatClient(port());
    }

    /** Anna, who may do everything, at the door of both; her account is made by the first call. */
    public StaffBrowser anna() {
        StaffBrowser anna = new StaffBrowser(port());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !token().isEmpty());
        anna.submit("/staff/welcome?token=" + token(), "token", token(), "userName", "anna", "displayName",
                "Anna Ek", "password", PASSWORD);
        if (anna.get("/desk").statusCode() != 200) {
            anna.signIn("anna", PASSWORD);
        }
        return anna;
    }

    /** The one that counts is the last: whoever starts makes the earlier ones void. */
    private String token() {
        String found = "";
        for (ServiceProcess process : processes) {
            Matcher welcome = WELCOME.matcher(process.log());
            while (welcome.find()) {
                found = welcome.group(1);
            }
        }
        return found;
    }

    @Override
    public void close() {
        processes.forEach(ServiceProcess::close);
        if (nginx != null) {
            nginx.close();
        }
        proxy.close();
        database.close();
    }
}
