package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./lotsen} before Java starts. Whose a folder is can be changed by root alone; others skip that. */
class LauncherTests {
    private static final int NOBODY = 65534;

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "backup", "restore", "verify-audit"})
    void refusesRootInTheFolderOfAnotherUser(String command) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")));
        Files.setAttribute(data, "unix:uid", NOBODY);
        Ended ended = launcher(command, "anything.zip");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.text()).contains(data + " belongs to ").contains("not as root").hasLineCount(1);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void looksAtNoFolderWhenNothingIsWrittenThere() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")));
        Files.setAttribute(data, "unix:uid", NOBODY);
        assertThat(launcher("--print-jdk").status()).isZero();
    }

    /** After an upgrade the jar of the version before lies beside the new one. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void startsTheJarThatWasBuiltLast(String last) throws Exception {
        Path launcher = Files.copy(Path.of("lotsen"), data.resolve("lotsen"));
        Path target = Files.createDirectory(data.resolve("target"));
        for (String version : new String[]{"1.0.0", "1.1.0"}) {
            Path jar = Files.createFile(target.resolve("lotsen-" + version + ".jar"));
            Files.setLastModifiedTime(jar, FileTime.from(Instant.parse(
                    version.equals(last) ? "2026-11-30T10:00:00Z" : "2026-11-29T10:00:00Z")));
        }
        Path jdk = jdk();
        Ended ended = run(jdk, launcher.toString(), "help");
        assertThat(ended.text()).contains("lotsen-" + last + ".jar help");
    }

    /** Otherwise a migration of the newer version would go with the older one's jar on the way back. */
    @Test
    void aBuildKeepsNothingOfAnotherVersion() throws Exception {
        Path launcher = Files.copy(Path.of("lotsen"), data.resolve("lotsen"));
        Files.createDirectories(data.resolve("src/main"));
        Files.createFile(data.resolve("pom.xml"));
        Path left = Files
                .createFile(Files.createDirectories(data.resolve("target/classes")).resolve("V99.sql"));
        Path jdk = jdk();
        program(jdk, "mvn", "touch target/lotsen-1.0.0.jar");
        assertThat(run(jdk, launcher.toString(), "help").text()).contains("lotsen-1.0.0.jar help");
        assertThat(left).doesNotExist();
    }

    private Path jdk() throws IOException {
        Path jdk = Files.createDirectories(data.resolve("jdk/bin")).getParent();
        for (String program : new String[]{"java", "javac"}) {
            program(jdk, program, "echo \"version \\\"25\\\" $*\"");
        }
        return jdk;
    }

    private static void program(Path jdk, String name, String line) throws IOException {
        Path program = Files.writeString(jdk.resolve("bin/" + name), "#!/bin/sh\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Ended launcher(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "./lotsen";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(null, command);
    }

    private Ended run(@Nullable Path jdk, String... command) throws IOException, InterruptedException {
        Path text = Files.createTempFile("launcher", ".txt");
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(text.toFile());
        launcher.environment().put("LOTSEN_DATA_DIR", data.toString());
        if (jdk != null) {
            launcher.environment().put("JAVA_HOME", jdk.toString());
            launcher.environment().merge("PATH", jdk.resolve("bin").toString(),
                    (path, bin) -> bin + ":" + path);
        }
        Process process = launcher.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(text, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(text);
        }
    }

    private record Ended(int status, String text) {
    }
}
