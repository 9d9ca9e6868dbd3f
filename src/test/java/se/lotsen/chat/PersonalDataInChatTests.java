package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;

/** What a citizen should not have written reaches no event, no transcript, no file and no log. */
@ServiceTest
class PersonalDataInChatTests {
    /** The test number that the tax agency publishes; a number of no subscriber; invented addresses. */
    private static final List<String> PERSONAL = List.of("811228-9874", "19811228-9874", "8112289874",
            "070-174 06 05", "kim.testsson@example.org", "4111 1111 1111 1111");
    /** A word that no page has: it shows that the search in files and logs finds what is there. */
    private static final String CONTROL = "kvistsalamander";

    @LocalServerPort
    private int port;
    @Value("${lotsen.data-dir}")
    private Path dataDir;
    @Autowired
    private JdbcClient database;

    @Test
    void personalDataIsInNoEventNoTranscriptNoFileAndNoLog() {
        ChatClient client = new ChatClient(port);
        Talk talk = client.start();
        List<String> seen = new ArrayList<>();
        List<String> logged;
        String key = ChatClient.newKey();
        try (LogCapture log = new LogCapture()) {
            for (String personal : PERSONAL) {
                List<Frame> frames = client.ask(talk,
                        "min " + CONTROL + " heter " + personal + " vad kostar den");
                assertThat(frames.getFirst().data().required("text").asString()).contains(CONTROL, "[");
                assertThat(frames.getFirst().data().required("hidden")).isNotEmpty();
                frames.forEach(frame -> seen.add(frame.raw()));
                seen.add(client.post(talk.path("/answers/1/feedback"), talk.headers(ChatClient.newKey()),
                        "{\"helpful\":true,\"comment\":\"" + CONTROL + " nås på " + personal + "\"}").body());
                seen.add(refused(client, talk, key, personal).body());
            }
            logged = log.lines();
        }
        seen.add(client.transcript(talk).toString());
        database.sql("checkpoint sync").update();
        String record = read(dataDir.resolve("conversations.mv.db"));
        assertThat(record).as("the search in the file finds what is there").contains(CONTROL,
                "[personnummer]");
        assertThat(seen).anyMatch(text -> text.contains(CONTROL));
        assertNothingPersonal(seen);
        assertNothingPersonal(List.of(record, read(dataDir.resolve("index"))));
        assertNothingPersonal(logged);
        assertThat(logged).as("no words of a citizen in the log").noneMatch(line -> line.contains(CONTROL));
        assertThat(record).as("secrets").doesNotContain(talk.token(), key);
    }

    /** A refused request must not give its content away, neither in its answer nor in the log. */
    private static HttpResponse<String> refused(ChatClient client, Talk talk, String key, String personal) {
        HttpResponse<String> response = client.post(talk.path("/questions?q=" + CONTROL),
                Map.of(ChatClient.KEY,
                        key, ChatClient.TOKEN, talk.token(), "Content-Type", "application/json",
                        "X-" + CONTROL, personal),
                "{\"question\":{\"" + CONTROL + "\":\"" + personal + "\"}}");
        assertThat(response.statusCode()).isEqualTo(400);
        return response;
    }

    private static void assertNothingPersonal(List<String> texts) {
        assertThat(texts).allSatisfy(text -> {
            for (String personal : PERSONAL) {
                assertThat(text.contains(personal) || text.contains(personal.replaceAll("[ -]", "")))
                        .as("%s in %s…", personal, text.substring(0, Math.min(text.length(), 80))).isFalse();
            }
        });
    }

    /** The bytes of a file, or of all files in a folder, one character each. */
    private static String read(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
