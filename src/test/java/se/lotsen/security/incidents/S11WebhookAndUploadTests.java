package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** S11, Chatwoot CVE-2026-5205 and CVE-2026-63765: webhooks to addresses inside, uploads without a session. */
@ServiceTest
class S11WebhookAndUploadTests extends TownTests {
    private static final String FILE = "--grans\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.csv\"\r\n\r\na;b\r\n--grans--\r\n";

    @Test
    void whereACallGoesStandsInTheConfigurationAlone() {
        Map<Path, String> delivery = Sources.of("src/main/java/se/lotsen/delivery", ".java");
        List<String> targets = new ArrayList<>();
        delivery.values()
                .forEach(text -> Pattern.compile("HttpRequest\\s*\\.newBuilder\\(([^)]*)\\)?").matcher(text)
                        .results()
                        .forEach(found -> targets.add(found.group(1).strip())));
        assertThat(targets).isNotEmpty()
                .allMatch(target -> target
                        .matches("(?s)(hook\\.url\\(|service\\.tokenUrl\\(|URI\\.create\\(errands\\b).*")
                        && !target.contains("payload") && !target.contains("entry."));
        assertThat(Sources.containing(delivery, "Redirect\\.(ALWAYS|NORMAL)")).isEmpty();
        assertThat(town.database.sql(
                "select lower(column_name) from information_schema.columns where lower(column_name) like '%webhook%' "
                        + "or lower(column_name) like '%callback%'")
                .query(String.class).list()).isEmpty();
    }

    @Test
    void nothingThatACitizenWritesIsCalled() throws IOException {
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                0);
        AtomicInteger hits = new AtomicInteger();
        listener.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
        try {
            String address = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
            Talk talk = answered();
            for (String rest : List.of("/promises", "/handover", "/questions", "/messages",
                    "/answers/1/feedback")) {
                assertThat(write(talk, talk.token(), rest,
                        "{\"kind\":\"message\",\"contact\":\"" + address + "\",\"url\":\"" + address
                                + "\",\"webhook\":\"" + address + "\",\"callback\":\"" + address
                                + "\",\"question\":\"" + address + "\",\"text\":\""
                                + address + "\",\"wish\":\"" + address + "\",\"helpful\":true,\"comment\":\""
                                + address + "\"}")
                        .status())
                        .isLessThan(500);
            }
            assertThat(hits).hasValue(0);
        } finally {
            listener.stop(0);
        }
    }

    @Test
    void nobodyUploadsWithoutASessionAndTheRole() {
        Map<String, Integer> before = town.digest();
        String id = UUID.randomUUID().toString();
        assertThat(upload(id, Town.nobody()).status()).isIn(303, 401, 403);
        assertThat(upload(id, town.member("anna", List.of("allmant"), StaffRole.AGENT)).status())
                .isEqualTo(403);
        assertThat(upload(id, town.member("vera", List.of(), StaffRole.WRITER)).status()).isEqualTo(403);
        assertThat(upload(id, town.member("erik", List.of(), StaffRole.EDITOR)).status()).isEqualTo(404);
        assertThat(Town.changed(before, town.digest())).as("accounts were made and came in")
                .isSubsetOf("STAFF_ACCOUNT", "AUDIT_ENTRY", "AUDIT_HEAD");
    }

    private Reply upload(String id, Principal who) {
        return town.caller.send("POST", "/editor/import/" + id + "/fil?_csrf=" + who.formToken(),
                who.headers(),
                "multipart/form-data; boundary=grans", FILE);
    }
}
