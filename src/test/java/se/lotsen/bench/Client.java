package se.lotsen.bench;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sends one request after another over one connection. */
interface Client extends AutoCloseable {
    /** Sends one request and reads its answer to the end; returns what kind of answer it was. */
    String request() throws IOException;

    @Override
    void close() throws IOException;

    /** Reads a constant. */
    static Client ofEmptyEndpoint(int port) throws IOException {
        HttpConnection connection = new HttpConnection(port);
        return new Client() {
            @Override
            public String request() throws IOException {
                return Integer.toString(connection.get(EmptyEndpoint.PATH).status());
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** A citizen in a conversation, who asks the questions in turn and reads each answer to {@code completed}. */
    final class Citizen implements Client {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final Pattern KIND = Pattern
                .compile("event:completed\\s*\\ndata:.*?\"kind\":\"([a-z_]+)\"");
        private final HttpConnection connection;
        private final List<String> questions;
        private final String path;
        private final String token;
        private int next;

        Citizen(int port, List<String> questions, int first) throws IOException {
            this.connection = new HttpConnection(port);
            this.questions = questions;
            this.next = first;
            var started = JSON.readTree(connection
                    .post("/api/conversations", "Idempotency-Key: " + UUID.randomUUID() + "\r\n", "{}")
                    .body());
            this.path = "/api/conversations/" + started.get("id").asString() + "/questions";
            this.token = started.get("token").asString();
        }

        @Override
        public String request() throws IOException {
            String question = questions.get(next++ % questions.size());
            HttpConnection.Answer answer = connection.post(path,
                    "Accept: text/event-stream\r\nX-Conversation-Token: " + token + "\r\nIdempotency-Key: "
                            + UUID.randomUUID() + "\r\n",
                    "{\"question\":" + JSON.writeValueAsString(question) + "}");
            Matcher kind = KIND.matcher(answer.body());
            if (answer.status() != 200 || !kind.find()) {
                throw new IOException("status " + answer.status() + ": " + answer.body());
            }
            return kind.group(1);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
