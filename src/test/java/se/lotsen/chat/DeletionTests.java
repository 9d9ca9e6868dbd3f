package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** What a citizen's delete does where the municipality has decided otherwise than by default. */
class DeletionTests {

    private static HttpResponse<String> delete(ChatClient client, Talk talk) {
        return client.send(client.request(talk.path(""), talk.headers(ChatClient.newKey())).DELETE().build(),
                BodyHandlers.ofString());
    }

    @ServiceTest
    @TestPropertySource(properties = {"lotsen.chat.deletion=off", "lotsen.retrieval.storage=memory"})
    static class OffTests {
        @LocalServerPort
        private int port;

        @Test
        void itIsRefusedWithAReasonAndNoPageOffersIt() {
            ChatClient client = new ChatClient(port);
            Talk talk = client.start();
            client.ask(talk, "vad kostar förskolan");
            HttpResponse<String> refused = delete(client, talk);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("/problems/deletion-off", "Kommunen sparar det");
            assertThat(client.transcript(talk)).isNotEmpty();
            assertThat(client.get("/chat", Map.of("Accept", "text/html")).body())
                    .doesNotContain("id=\"radera\"").contains("Det går inte att radera före det");
        }
    }

    @ServiceTest
    @TestPropertySource(properties = {"lotsen.chat.deletion=at-end-of-period",
            "lotsen.retrieval.storage=memory"})
    static class AtEndOfPeriodTests {
        @LocalServerPort
        private int port;
        @Autowired
        private ConversationStore store;

        @Test
        void nobodyOpensItAnyMoreAndTheRecordKeepsIt() {
            ChatClient client = new ChatClient(port);
            Talk talk = client.start();
            client.ask(talk, "vad kostar förskolan");
            assertThat(client.get("/chat", Map.of("Accept", "text/html")).body())
                    .contains("Ingen kan öppna det från den här sidan mer");
            assertThat(delete(client, talk).statusCode()).isEqualTo(204);
            assertThat(client.get(talk.path(""), Map.of(ChatClient.TOKEN, talk.token())).statusCode())
                    .isEqualTo(404);
            assertThat(store.eventsAfter(new ConversationId(UUID.fromString(talk.id())), 0))
                    .isNotEmpty();
        }
    }
}
