package se.lotsen.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The packaged jar (system property {@code lotsen.jar}), or the classes under test, as a process of its own, with the Java that runs the tests. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration
            .ofSeconds(Long.getLong("lotsen.patience", 300));
    /** Short lives: compiling well costs more than it gains. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-Xmx384m");
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
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(OPTIONS);
            command.addAll(Program.PARTS);
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(Map.of("LOTSEN_DATA_DIR", dataDir.toString(),
                    "LOTSEN_KNOWLEDGE_DIR", knowledge.toString(), "SERVER_PORT", "0"));
            builder.environment().putAll(settings);
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is started: the jar, as failsafe names it; without one, the classes that the tests run on. */
    private static final class Program {
        /** Tests start it dozens of times: the jar is unpacked, and Java remembers what a start loads. */
        static final List<String> PARTS = parts();

        private static List<String> parts() {
            String jar = System.getProperty("lotsen.jar", "");
            return jar.isEmpty()
                    ? List.of("-cp", classes(), "se.lotsen.LotsenApplication")
                    : unpacked(Path.of(jar));
        }

        private static String classes() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        private static List<String> unpacked(Path jar) {
            Path folder = jar.resolveSibling("run-by-tests");
            try {
                Path unpacked = StartCache.unpack(jar, folder.resolve("unpacked"));
                String cache = StartCache.write(folder.resolve("lotsen.cache"), unpacked,
                        Path.of("knowledge-base"), OPTIONS);
                return List.of(cache, "-jar", unpacked.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
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
        return run(dataDir, knowledge, Map.of(), arguments);
    }

    /** The same, with further environment variables. */
    public static Ended run(Path dataDir, Path knowledge, Map<String, String> settings, String... arguments) {
        try (ServiceProcess command = new ServiceProcess(dataDir, knowledge, settings, List.of(arguments))) {
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

    /** Asks it to stop, as an operator or a cluster does ({@code SIGTERM}), and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Whether it has ended within so long. */
    public boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
