package se.lotsen.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.model.Wire;

/**
 * F3: the model's server refuses, has no name, or a certificate that nobody vouches for. Every question ends as without a model,
 * in time, and the breaker stops asking. {@code -Dlotsen.f3=10000} for the full count.
 */
class F03UnreachableModelFaults {
    private static final int QUESTIONS = Integer.getInteger("lotsen.f3", 1_000);
    private static final Duration WITHIN = Duration.ofMillis(1500);
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;
    private final List<String> questions = Library.read(KnowledgeFiles.shipped()).pages().values().stream()
            .flatMap(page -> page.metadata().questions().stream()).toList();

    @Test
    void aModelThatCannotBeReachedCostsNobodyAnAnswer() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DisposableServer untrusted = untrusted(asked);
        try {
            // Port 9 of this machine: nobody listens there. The name ends in .invalid, which never resolves (RFC 2606).
            meets("refused", "http://127.0.0.1:9/v1");
            meets("no such name", "http://model.invalid/v1");
            meets("untrusted certificate", "https://127.0.0.1:" + untrusted.port() + "/v1");
            assertThat(asked.get()).as("requests that reached a server nobody vouches for").isZero();
        } finally {
            untrusted.disposeNow(Duration.ofSeconds(1));
        }
    }

    private void meets(String fault, String url) {
        List<Given> given = new ArrayList<>();
        try (Assistant assistant = Assistant.setup().with("lotsen.model.provider", Wire.OPENAI.provider())
                .with("lotsen.model.base-url", url).with("lotsen.model.name", "stub")
                .with("lotsen.model.api-key", "test-key").start()) {
            for (int n = 0; n < QUESTIONS / 3; n++) {
                given.add(assistant.ask(questions.get(n % questions.size())));
            }
            assertThat(assistant.models().status().models().getFirst().available())
                    .as("%s: it is still taken for available", fault).isFalse();
        }
        assertThat(given).allSatisfy(one -> {
            assertThat(one.ends()).isEqualTo(1);
            assertThat(one.outcome().kind()).isNotEqualTo(AnswerKind.FAILED);
        });
        long p99 = given.stream().map(Given::took).sorted().skip((long) (0.99 * (given.size() - 1)))
                .findFirst()
                .orElseThrow().toMillis();
        System.out.printf(Locale.ROOT,
                "| F3 model %s | %d questions | all ended, %d answered | p99 %d ms |%n", fault, given.size(),
                given.stream().filter(one -> one.outcome().kind() == AnswerKind.ANSWERED).count(), p99);
        // Of ten, the first of which finds everything cold, the 99th of 100 says nothing.
        if (given.size() >= 100) {
            assertThat(p99).as("p99 in ms").isLessThanOrEqualTo(WITHIN.toMillis());
        }
    }

    /** A real TLS server whose certificate it has signed itself. */
    private DisposableServer untrusted(AtomicInteger asked) throws IOException, GeneralSecurityException,
            InterruptedException {
        Path store = folder.resolve("own.p12");
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext",
                "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
                PASSWORD).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SslContextBuilder.forServer(managers).build();
        return HttpServer.create().host("127.0.0.1").port(0).secure(spec -> spec.sslContext(context))
                .handle((request, response) -> {
                    asked.incrementAndGet();
                    return response.sendString(Mono.just("{}"));
                }).bindNow();
    }
}
