package se.lotsen.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another Java process holds on to, after its garbage is gone, by the JDK's own {@code jcmd}. */
final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)$");

    private LiveHeap() {
    }

    /** In bytes. {@code GC.class_histogram} collects the garbage first and counts what is reachable. */
    static long of(long pid) {
        try {
            Process jcmd = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid), "GC.class_histogram").redirectErrorStream(true).start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(said);
            if (!total.find()) {
                throw new AssertionError("no histogram of " + pid + ": " + said);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only child of this process that serves. */
    static long childService() {
        return ProcessHandle.current().children()
                .filter(child -> child.info().arguments()
                        .map(arguments -> String.join(" ", arguments).endsWith("serve")).orElse(false))
                .findFirst().orElseThrow().pid();
    }
}
