package se.lotsen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The packaged jar (system property {@code lotsen.jar}) as a process of its own, with the Java that runs the tests. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started LotsenApplication");

    private final Process process;
    private final Path out;
    private final Path err;

    private ServiceProcess(Path dataDir, Path knowledge, Map<String, String> settings,
            List<String> arguments) {
        try {
            Path folder = Files.createDirectories(dataDir.resolveSibling(dataDir.getFileName() + "-console"));
            this.out = Files.createTempFile(folder, "out", ".txt");
            this.err = Files.createTempFile(folder, "err", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // Short lives: compiling well costs more than it gains.
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m", "-jar",
                    Objects.requireNonNull(System.getProperty("lotsen.jar"),
                            "-Dlotsen.jar=…, as failsafe sets it")));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(settings);
            builder.environment().putAll(Map.of("LOTSEN_DATA_DIR", dataDir.toString(),
                    "LOTSEN_KNOWLEDGE_DIR", knowledge.toString(), "SERVER_PORT", "0"));
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a process ended and what it said. */
    public record Ended(int status, String out, String err) {
    }

    /** A service that is ready. */
    public static ServiceProcess serve(Path dataDir, Path knowledge) {
        return serve(dataDir, knowledge, Map.of());
    }

    /** A service that is ready, with further environment variables. */
    public static ServiceProcess serve(Path dataDir, Path knowledge, Map<String, String> settings) {
        ServiceProcess service = new ServiceProcess(dataDir, knowledge, settings, List.of("serve"));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(
                () -> !service.process.isAlive() || READY.matcher(service.log()).find());
        if (!service.process.isAlive()) {
            throw new AssertionError("the service did not start:\n" + service.log());
        }
        return service;
    }

    /** Any command, run to its end. */
    public static Ended run(Path dataDir, Path knowledge, String... arguments) {
        try (ServiceProcess command = new ServiceProcess(dataDir, knowledge, Map.of(), List.of(arguments))) {
            if (!command.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + command.log());
            }
            return new Ended(command.process.exitValue(), read(command.out), read(command.err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A program that speaks to it. */
    public ChatClient client() {
        return new ChatClient(port());
    }

    /** Where it listens, on this machine. */
    public int port() {
        Matcher port = STARTED.matcher(log());
        if (!port.find()) {
            throw new AssertionError("no port in\n" + log());
        }
        return Integer.parseInt(port.group(1));
    }

    /** What it has logged. */
    public String log() {
        return read(err);
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as {@code kill -9} does; what it was doing stays half done. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
