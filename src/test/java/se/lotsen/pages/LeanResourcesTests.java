package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceTest;
import se.lotsen.widget.LeanSource;

/** What a resident's device loads to chat, and that it is what stands in the files. */
@ServiceTest
class LeanResourcesTests {
    private static final Path STATIC = Path.of("src/main/resources/static");
    @LocalServerPort
    private int port;

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(STATIC.resolve("chat"))) {
            return Stream.concat(modules.toList().stream(), Stream.of(STATIC.resolve("chat.css")));
        }
    }

    @Test
    void onlyCommentsOnLinesOfTheirOwnAndIndentationAreLeftOut() {
        assertThat(LeanSource.of("""
                /** What it is. */
                export function f(a) {
                  // why
                  return a ?? 'http://x /* no */'; // kept
                }

                /*
                 * Over
                 * lines.
                 */
                const b = 1;
                """)).isEqualTo("""
                export function f(a) {
                return a ?? 'http://x /* no */'; // kept
                }
                const b = 1;
                """);
    }

    @Test
    void linesThatNothingNeedsAreJoined() {
        assertThat(LeanResources.joined("f(\na,\nb);\nif (c) {\nd()\n}\ne()\n"))
                .isEqualTo("f(a,b);if (c) {d()\n}\ne()\n");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noFileHasACommentAtTheEndOfALineWhichWouldSwallowTheNext(Path source) throws IOException {
        assertThat(LeanSource.of(Files.readString(source)).lines())
                .noneMatch(line -> line.contains(" // ") || line.contains("/*"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noFileHasATextOverSeveralLinesWhichWouldBeChanged(Path source) throws IOException {
        for (String line : LeanSource.of(Files.readString(source)).split("\n")) {
            assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '`').count() % 2)
                    .as(source.getFileName() + ": " + line).isZero();
        }
    }

    /** A seventh of the smallest peer's 110.6 kB. One kB is 1,000 bytes. */
    @Test
    void allOfTheChatIsAtMostFifteenThousandBytes() {
        ChatClient client = new ChatClient(port);
        int script = gzipped(client, "/chat.js");
        int style = gzipped(client, "/chat.css") + gzipped(client, "/look.css");
        System.out.printf("chat: %,d bytes gzip (script %,d, style %,d); limit 15,000%n", script + style,
                script,
                style);
        assertThat(script + style).isLessThanOrEqualTo(15_000);
    }

    @Test
    void thePageLoadsNothingElseOfScriptOrStyle() {
        String page = new ChatClient(port).get("/chat", Map.of("Accept", "text/html")).body();
        assertThat(Pattern.compile("(?:src|href)=\"(/[^\"?]*\\.(?:js|css))").matcher(page).results()
                .map(found -> found.group(1)))
                .containsExactlyInAnyOrder("/look.css", "/chat.css", "/chat.js");
    }

    @Test
    void everyModuleIsPartOfWhatIsSent() throws IOException {
        String script = new ChatClient(port).get("/chat.js", Map.of()).body();
        try (Stream<Path> modules = Files.list(STATIC.resolve("chat"))) {
            for (Path module : modules.toList()) {
                String last = LeanSource.of(Files.readString(module)).lines()
                        .filter(line -> !line.startsWith("import ")).skip(1).findFirst().orElseThrow();
                assertThat(script).as(module.toString()).contains(last.replaceFirst("^export ", ""));
            }
        }
    }

    /** By the date of chat.js alone a change in another module would go unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"/chat.js", "/chat.css"})
    void browsersAskByATagOfWhatIsSentAndNotByADate(String path) throws NoSuchAlgorithmException {
        ChatClient client = new ChatClient(port);
        HttpResponse<String> first = client.get(path, Map.of());
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(first.body().getBytes(StandardCharsets.UTF_8)));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{20}\"");
        assertThat(hash).startsWith(tag.substring(1, tag.length() - 1));
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        HttpResponse<String> again = client.get(path, Map.of("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.get(path, Map.of("If-None-Match", "\"another\"", "If-Modified-Since",
                "Tue, 01 Jan 2999 00:00:00 GMT")).statusCode()).isEqualTo(200);
    }

    private static int gzipped(ChatClient client, String path) {
        HttpResponse<String> answer = client.get(path, Map.of());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return gzipped(answer.body());
    }

    private static int gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
