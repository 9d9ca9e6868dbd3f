package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** S6, Dify CVE-2026-41949 and -41950: a file's id alone gave its text. Not applicable: there are no attachments. */
@ServiceTest
class S06AttachmentsTests extends TownTests {
    private static final String FILE = "--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nfilflamingo\r\n--x--\r\n";

    @Test
    void nobodyButAnImporterCanSendAFile() {
        Talk talk = town.waiting("allmant");
        Map<String, Integer> before = town.digest();
        for (Route route : Route.listed()) {
            if (!route.reads() && route.isCallable() && !route.isForStaff()
                    && !route.method().equals("DELETE")) {
                Reply reply = town.caller.send("POST", route.at(talk.id()), Town.holding(talk),
                        "multipart/form-data; boundary=x", FILE);
                assertThat(reply.status()).as(route.toString()).isLessThan(500);
            }
        }
        assertThat(town.rowsWith("filflamingo")).isEmpty();
        assertThat(Town.changed(before, town.digest())).isSubsetOf("CONVERSATION", "CONVERSATION_START",
                "DESK_CODE");
    }

    @Test
    void whatAnImporterSendsIsGivenOutByNoRoute() {
        assertThat(Sources.containing(Sources.of("src/main/java", ".java"), "\\bFilePart\\b"))
                .containsExactly("UploadController.java");
        assertThat(Route.listed()).noneMatch(
                route -> route.reads() && route.path().matches(".*/(fil|file|files|attachments?)/.*"));
    }
}
