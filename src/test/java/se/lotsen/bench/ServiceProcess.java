package se.lotsen.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own, on a free port of the loopback interface. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private final long begun;

    private ServiceProcess(Process process, int port, long begun) {
        this.begun = begun;
        this.process = process;
        this.port = port;
        this.secondsToReady = (System.nanoTime() - begun) / 1e9;
    }

    /** The packaged application over a knowledge base, with a data folder of its own and without rate limits. */
    static ServiceProcess lotsen(BenchSettings settings, Path knowledge, Path data, String heap)
            throws IOException, InterruptedException {
        return lotsen(settings, knowledge, data, List.of("-Xmx" + heap, "-jar", settings.jar().toString()));
    }

    /** @param java how Java is told to run it */
    static ServiceProcess lotsen(BenchSettings settings, Path knowledge, Path data, List<String> java)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(java);
        arguments.addAll(List.of("serve",
                "--lotsen.knowledge.dir=" + knowledge, "--lotsen.data-dir=" + data,
                "--lotsen.chat.writes-per-minute=1000000000",
                "--lotsen.chat.writes-per-minute-per-address=1000000000"));
        return start(settings, arguments, "/actuator/health/readiness");
    }

    /** Since the process was started. */
    double secondsSinceBegun() {
        return (System.nanoTime() - begun) / 1e9;
    }

    static ServiceProcess empty(BenchSettings settings, String heap)
            throws IOException, InterruptedException {
        return start(settings, List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), EmptyEndpoint.class.getName(),
                "--spring.config.name=empty", "--spring.main.banner-mode=off",
                "--spring.main.web-application-type=reactive",
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                        // Everybody may read it, as everybody may ask.
                        + "org.springframework.boot.security.autoconfigure.web.reactive"
                        + ".ReactiveWebSecurityAutoConfiguration,"
                        + "org.springframework.boot.security.autoconfigure.actuate.web.reactive"
                        + ".ReactiveManagementWebSecurityAutoConfiguration,"
                        + "org.springframework.boot.security.autoconfigure"
                        + ".ReactiveUserDetailsServiceAutoConfiguration"),
                EmptyEndpoint.PATH);
    }

    private static ServiceProcess start(BenchSettings settings, List<String> arguments, String readiness)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        Path log = settings.work().resolve("service-" + port + ".log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
        while (!ready(port, readiness)) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IOException("The service did not start, see " + log);
            }
            Thread.sleep(10);
        }
        return new ServiceProcess(process, port, begun);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean ready(int port, String path) {
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection.get(path).status() == 200;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    int port() {
        return port;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** CPU time of the whole process since its start, all threads. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Resident memory in MiB; NaN where the system does not tell. */
    double residentMib() {
        try {
            return kib("VmRSS:\\s+(\\d+) kB", Files.readString(Path.of("/proc/" + process.pid() + "/status")))
                    / 1024;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** What lives on the heap after a full collection, in MiB. */
    double liveHeapMib() throws IOException, InterruptedException {
        jcmd("GC.run");
        return kib("used (\\d+)K", jcmd("GC.heap_info")) / 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()), command).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return output;
    }

    private static double kib(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
