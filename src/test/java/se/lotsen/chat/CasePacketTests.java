package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.HandoverJourney;
import tools.jackson.databind.JsonNode;

/** What an agent is told: complete for whatever was asked, and nothing that the mask hides. */
class CasePacketTests extends HandoverJourney {
    private static final int QUESTIONS = 20;

    private static List<String> goldenQuestions() throws IOException {
        return Files.readAllLines(Path.of("knowledge-base/golden-questions.tsv")).stream().skip(1)
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                .filter(row -> row[1].equals("sv")).map(row -> row[4]).limit(QUESTIONS)
                .toList();
    }

    /** Of the sample municipality; they are only for those who list them. */
    private static final Set<String> SECRET = Set.of("socialtjanst", "socialjour", "vard-och-omsorg");

    private JsonNode packet(Talk one) {
        return JSON.readTree(handover.packet(id(one)).orElseThrow().document());
    }

    @Test
    void thePacketIsCompleteForGoldenQuestions() throws IOException {
        List<String> reasons = JSON.readTree(JSON.writeValueAsString(HandoverReason.values())).valueStream()
                .map(JsonNode::asString).toList();
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 100, SECRET));
        int drafts = 0;
        for (String question : goldenQuestions()) {
            Talk one = client.start();
            client.ask(one, question);
            request(one);
            JsonNode packet = packet(one);
            assertThat(packet.propertyNames()).containsExactlyInAnyOrder("reason", "language", "question",
                    "questions", "sources", "missing", "topic", "draft", "wish");
            assertThat(packet.required("reason").asString()).isIn(reasons);
            assertThat(packet.required("language").asString()).isEqualTo(language(one));
            assertThat(packet.required("question").asString()).isEqualTo(question);
            assertThat(packet.required("missing").isArray()).isTrue();
            assertThat(packet.required("sources")).allSatisfy(source -> {
                assertThat(source.propertyNames()).containsExactlyInAnyOrder("page", "title", "score", "url");
                assertThat(source.required("url").asString()).startsWith("/knowledge/");
                assertThat(source.required("score").asDouble()).isBetween(0.0, 1.0);
            });
            if (!packet.required("draft").isNull()) {
                drafts++;
                assertThat(packet.required("sources")).isNotEmpty();
                assertThat(packet.required("topic").asString()).isNotBlank();
                assertThat(packet.required("draft").required("text").asString()).isNotBlank();
                assertThat(packet.required("draft").required("sources")).isNotEmpty();
            }
        }
        assertThat(drafts).as("most golden questions are answered").isGreaterThan(QUESTIONS / 2);
    }

    private String language(Talk one) {
        return client.transcript(one).get(0).required("data").required("language").asString();
    }

    @Test
    void theWishIsMaskedAndAskingForAPersonKeepsTheMatter() {
        client.ask(talk, "vad kostar förskolan");
        client.ask(talk, "jag vill prata med en människa");
        assertThat(request(talk, ChatClient.newKey(),
                "{\"wish\":\"ring mig, 19121212-1212\",\"consent\":true}").statusCode()).isEqualTo(202);
        JsonNode packet = packet(talk);
        assertThat(packet.required("wish").asString()).isEqualTo("ring mig, [personnummer]");
        assertThat(packet.required("reason").asString()).isEqualTo("asked-for");
        assertThat(packet.required("questions")).hasSize(2);
        assertThat(packet.required("draft").required("text").asString()).contains("kr");
        assertThat(handover.standing(id()).queue()).isEqualTo("utbildning");
    }

    @Test
    void whoDoesNotAgreeIsNotPassedOn() {
        assertThat(problem(request(talk, ChatClient.newKey(), "{\"consent\":false}")))
                .endsWith("request-invalid");
        assertThat(
                problem(request(talk, ChatClient.newKey(), "{\"queue\":\"finns-inte\"}")))
                .endsWith("request-invalid");
        assertThat(handover.packet(id())).isEmpty();
    }
}
