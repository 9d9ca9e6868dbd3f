package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.RawHttp;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** What citizens and agents send is small; what editors send may be a page. */
@ServiceTest
class SmallRequestsTests {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LARGE = "a".repeat(33 * 1024);
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private StaffForTests staff;

    @BeforeEach
    void hire() {
        staff = new StaffForTests(database);
        staff.make("vera", StaffRole.WRITER);
        staff.make("anna", StaffRole.AGENT);
    }

    @AfterEach
    void leave() {
        database.sql("delete from draft").update();
        staff.clear();
    }

    private StaffBrowser as(String name) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    @Test
    void aFormOfACitizenThatIsTooLargeIsRefused() {
        assertThat(new StaffBrowser(port).post("/fraga", "fraga", LARGE).statusCode()).isEqualTo(413);
    }

    @Test
    void aFormOfAnAgentThatIsTooLargeIsRefused() {
        StaffBrowser anna = as("anna");
        String desk = "/desk/cases/00000000-0000-0000-0000-000000000000/reply";
        assertThat(anna.submitFrom("/staff", desk, "svar", LARGE).statusCode()).isEqualTo(413);
        assertThat(anna.submitFrom("/staff", "/staff/sign-in", "namn", LARGE).statusCode()).isEqualTo(413);
    }

    @Test
    void aQuestionThatIsTooLargeIsRefusedHoweverItsLengthIsSaid() throws IOException {
        String body = ChatClient.body(LARGE);
        assertThat(asked("Content-Length: " + body.length(), body)).isEqualTo(413);
        assertThat(asked("Transfer-Encoding: chunked", chunked(body))).isEqualTo(413);
        assertThat(asked("Content-Length: 999999999", body)).as("more is promised than comes").isEqualTo(413);
        assertThat(asked("Content-Length: 20", body)).as("less is promised than comes").isBetween(400, 499);
    }

    @Test
    void aQuestionThatJustFitsIsRead() throws IOException {
        String body = ChatClient.body("a".repeat(31 * 1024));
        assertThat(asked("Transfer-Encoding: chunked", chunked(body))).as("too long for a question")
                .isEqualTo(400);
    }

    @Test
    void anEditorsPageIsTaken() {
        StaffBrowser vera = as("vera");
        String file = "pages/barn-och-utbildning/forskola-avgift.md";
        HttpResponse<String> saved = vera.submitFrom("/editor/sidor/redigera?fil=" + file,
                "/editor/sidor/spara", "fil", file, "version", "0", "text", "Ord. ".repeat(20_000));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(database.sql("select text from draft where file = ?").param(file).query(String.class)
                .single()).hasSizeGreaterThan(100_000);
    }

    @Test
    void whatIsSentToTheWorkspaceWithoutSigningInIsNotRead() {
        HttpResponse<String> answer = new StaffBrowser(port).post("/editor/sidor/spara", "text",
                "a".repeat(100 * 1024));
        assertThat(answer.statusCode()).isIn(303, 302, 401, 403);
    }

    private int asked(String length, String body) throws IOException {
        Talk talk = new ChatClient(port).start();
        StringBuilder request = new StringBuilder("POST " + talk.path("/questions") + " HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\n" + length + "\r\n");
        talk.headers(UUID.randomUUID().toString())
                .forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("\r\n").append(body);
        return new RawHttp(port).send(request.toString().getBytes(StandardCharsets.UTF_8), PATIENCE_MILLIS,
                false).status();
    }

    private static String chunked(String body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length(); at += 8_000) {
            String part = body.substring(at, Math.min(body.length(), at + 8_000));
            chunks.writeBytes((Integer.toHexString(part.length()) + "\r\n" + part + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return chunks.toString(StandardCharsets.UTF_8);
    }
}
