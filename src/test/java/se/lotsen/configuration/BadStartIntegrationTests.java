package se.lotsen.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.lotsen.testing.ServiceProcess;
import se.lotsen.testing.ServiceProcess.Ended;

/**
 * The packaged service with a wrong setting ({@code -Dlotsen.badStarts=20}): it ends, has said one line that names the setting, and
 * has served nobody.
 */
class BadStartIntegrationTests {
    private static final Path KNOWLEDGE = Path.of("knowledge-base").toAbsolutePath();
    private static final int COUNT = Integer.getInteger("lotsen.badStarts", 3);
    private static final List<List<String>> ALL = List.of(
            List.of("lotsen.staff.idle-time", "--lotsen.staff.idle-time=abc"),
            List.of("spring.datasource.url", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/lotsen"),
            List.of("lotsen.data-dir", "--lotsen.data-dir=" + KNOWLEDGE.resolve("contacts.yaml")),
            List.of("lotsen.languages", "--lotsen.languages=sv,xx"),
            List.of("lotsen.gaps.window", "--lotsen.gaps.window=-1d"),
            List.of("lotsen.model.provider", "--lotsen.model.provider=okänd"),
            List.of("lotsen.model.api-key-file", "--lotsen.model.provider=mistral", "--lotsen.model.name=x",
                    "--lotsen.model.api-key-file=/finns/inte"),
            List.of("lotsen.model.total-timeout", "--lotsen.model.total-timeout=1s"),
            List.of("lotsen.embedding", "--lotsen.embedding.base-url=http://localhost:1/v1",
                    "--lotsen.embedding.onnx-dir=x"),
            List.of("lotsen.embedding.onnx-dir", "--lotsen.embedding.onnx-dir=/finns/inte"),
            List.of("lotsen.answering", "--lotsen.answering.ask-at=0.9", "--lotsen.answering.answer-at=0.1"),
            List.of("lotsen.handover", "--lotsen.handover.longest-wait=0s"),
            List.of("lotsen.delivery.webhook.secret", "--lotsen.delivery.webhook.url=https://a.example",
                    "--lotsen.delivery.webhook.secret=kort"),
            List.of("lotsen.delivery.email", "--lotsen.delivery.email.port=25"),
            List.of("lotsen.staff.oidc.client-id", "--lotsen.staff.oidc.issuer=https://id.example"),
            List.of("lotsen.staff.oidc.client-secret-file",
                    "--lotsen.staff.oidc.client-secret-file=/finns/inte"),
            List.of("lotsen.widget.sites", "--lotsen.widget.sites=*"),
            List.of("lotsen.conversation.retention", "--lotsen.conversation.retention=5m"),
            List.of("lotsen.editorial.zone", "--lotsen.editorial.zone=Europe/Storstad"),
            List.of("lotsen.radar.mail-at", "--lotsen.radar.mail-at=25:00"));

    @TempDir
    private Path folder;

    static Stream<List<String>> starts() {
        return ALL.stream().limit(COUNT);
    }

    @ParameterizedTest
    @MethodSource("starts")
    void theStartIsRefusedInOneLineThatNamesTheSetting(List<String> start) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(start.subList(1, start.size()));
        Ended ended = ServiceProcess.run(folder.resolve("data"), KNOWLEDGE, arguments.toArray(String[]::new));
        assertThat(ended.status()).isNotZero();
        String said = ended.out() + ended.err();
        assertThat(said.lines().filter(line -> line.contains(start.getFirst()))).as(said).hasSize(1)
                .allMatch(line -> line.contains("går inte att använda")
                        || line.contains("Det är ingen adress"));
        assertThat(said).doesNotContain("\tat ", "Exception", "Netty started", "Started LotsenApplication");
    }
}
