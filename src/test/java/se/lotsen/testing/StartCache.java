package se.lotsen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the packaged jar start faster, step by step as {@code scripts/start-cache} does it, with the Java that runs the tests. */
public final class StartCache {
    private static final int FIRST_WITH_AOT = 25;

    private StartCache() {
    }

    /**
     * Unpacks the jar into the folder and returns the jar there that starts it.
     *
     * @throws IOException when it cannot be unpacked; the message names Java's log
     */
    public static Path unpack(Path jar, Path folder) throws IOException, InterruptedException {
        java(folder, List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force",
                "--destination", folder.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    /**
     * Starts the unpacked jar once, into an empty data folder, and writes to the file what a start loads. Returns the option that uses it,
     * for a Java with the same options.
     *
     * @throws IOException when the start fails or leaves no such file
     */
    public static String write(Path file, Path unpacked, Path knowledge, List<String> options)
            throws IOException, InterruptedException {
        boolean aot = Runtime.version().feature() >= FIRST_WITH_AOT;
        List<String> start = new ArrayList<>(options);
        start.addAll(List.of((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file,
                "-Dspring.context.exit=onRefresh", "-jar", unpacked.toString(), "serve", "--server.port=0",
                "--lotsen.knowledge.dir=" + knowledge,
                "--lotsen.data-dir=" + Files.createTempDirectory(file.getParent(), "trial")));
        java(file.getParent(), start);
        if (!Files.exists(file)) {
            throw new IOException("Java has written no " + file);
        }
        return (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
    }

    private static void java(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Path log = Files.createDirectories(folder).resolveSibling("start-cache.log");
        int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("status " + status + ", see " + log);
        }
    }
}
