package se.lotsen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.LotsenApplication;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.answering.Question;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.testing.Masked;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.ReceivedCall;
import se.lotsen.testing.model.Wire;

/**
 * P3: what the way through the product adds until a citizen sees the first sentence of a model. Each question is asked
 * through the product, and the very request that reached the model is then sent to it directly; counted there is the time
 * until the first whole sentence has come. In turn, so that both meet the same machine.
 */
final class FirstSentenceBenchmark {
    private static final Pattern WHOLE = Pattern.compile("\\[\\d+]");
    private static final double AIM_P50 = 1.5;
    private static final double AIM_P99 = 5;
    private static final double P99 = 0.99;
    private static final double MILLIS = 1e6;

    private final Report report;
    private final List<String> questions;
    private final int asked;
    private final int warmUp;
    private final HttpClient direct = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FirstSentenceBenchmark(Report report, List<String> questions, int asked, int warmUp) {
        this.report = report;
        this.questions = questions;
        this.asked = asked;
        this.warmUp = warmUp;
    }

    void run(Path knowledge) throws IOException, InterruptedException {
        report.section("P3: time to the first sentence of a model, beyond the model's own");
        try (ModelServer server = ModelServer.start(new GoodModel())) {
            try (ConfigurableApplicationContext with = start(knowledge, server.baseUrl(Wire.OPENAI));
                    ConfigurableApplicationContext without = start(knowledge, null)) {
                measure(server, with.getBean(AnswerPipeline.class), without.getBean(AnswerPipeline.class));
            }
        }
    }

    private static ConfigurableApplicationContext start(Path knowledge, String model) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(LotsenApplication.class)
                .web(WebApplicationType.NONE).profiles("command").logStartupInfo(false)
                .properties("lotsen.knowledge.dir=" + knowledge, "lotsen.model.calls-per-minute=1000000",
                        "lotsen.model.tokens-per-day=1000000000",
                        "lotsen.model.tokens-per-day-per-conversation=1000000000");
        if (model != null) {
            application.properties("lotsen.model.provider=openai-compatible",
                    "lotsen.model.base-url=" + model,
                    "lotsen.model.name=stub");
        }
        return application.run();
    }

    private void measure(ModelServer server, AnswerPipeline with, AnswerPipeline without)
            throws IOException, InterruptedException {
        Series all = new Series();
        Series beyondExtract = new Series();
        Series model = new Series();
        Series itself = new Series();
        for (int number = 0, counted = 0; counted < asked && number < 20 * asked + warmUp; number++) {
            String question = questions.get(number % questions.size());
            server.forget();
            double ours = first(with, question);
            List<ReceivedCall> calls = server.calls();
            double extract = first(without, question);
            if (ours < 0 || extract < 0 || calls.size() != 1) {
                continue;
            }
            double again = first(without, question);
            double own = direct(server.baseUrl(Wire.OPENAI) + "/chat/completions", calls.getFirst().body());
            if (number >= warmUp) {
                counted++;
                model.add(own);
                all.add(ours - own);
                beyondExtract.add(ours - own - extract);
                itself.add(again - extract);
            }
        }
        report.figure("the model's own first sentence, asked directly", model, 2, "ms");
        report.figure("added by the whole way, search included", all, 2, "ms");
        report.figure("  at the 99th of 100", all.at(P99), 2, "ms");
        report.atMost("added beyond the way of a quotation", beyondExtract, 2, "ms", AIM_P50);
        report.atMost("  at the 99th of 100", beyondExtract.at(P99), 2, "ms", AIM_P99);
        report.figure("for comparison, a quotation's time less the same quotation's", itself, 2, "ms");
        report.figure("  at the 99th of 100", itself.at(P99), 2, "ms");
    }

    /** Milliseconds until a sentence from a page; -1 where the question is not answered. */
    private static double first(AnswerPipeline pipeline, String question) {
        long begun = System.nanoTime();
        long[] seen = {-1};
        pipeline.answer(new Question(Masked.masked(question), "sv", 1, List.of()))
                .map(AnswerEvent::event)
                .doOnNext(event -> {
                    if (seen[0] < 0 && event instanceof TextReleased text && !text.sources().isEmpty()) {
                        seen[0] = System.nanoTime();
                    }
                })
                .blockLast();
        return seen[0] < 0 ? -1 : (seen[0] - begun) / MILLIS;
    }

    private double direct(String url, String body) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<java.io.InputStream> response = direct.send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        StringBuilder text = new StringBuilder();
        long seen = -1;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int content = line.indexOf("\"content\":\"");
                text.append(content < 0 ? "" : line.substring(content + 11));
                if (seen < 0 && WHOLE.matcher(text).find()) {
                    seen = System.nanoTime();
                }
            }
        }
        if (seen < 0) {
            throw new IOException("the model wrote no whole sentence");
        }
        return (seen - begun) / MILLIS;
    }
}
