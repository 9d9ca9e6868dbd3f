package se.lotsen.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Wire;

/** A service with a model and a collector of traces beside it, two topics in pilot and shadow. One start for all who share it. */
final class ObservedService implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final TraceReceiver TRACES = new TraceReceiver();
    static final ModelServer MODEL = ModelServer.start(new GoodModel());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new ServiceTest.OwnFolder().initialize(context);
        try {
            Path root = Files.createTempDirectory("lotsen-observed");
            KnowledgeFiles.copyOfTheShipped(root).write("policies/topics.yaml", """
                    otherwise: RULE
                    areas:
                      barn-och-utbildning: {release: pilot}
                      bygga-och-bo: {release: shadow}
                    """);
            TestPropertyValues.of("lotsen.knowledge.dir=" + root,
                    "lotsen.model.provider=" + Wire.OPENAI.provider().name().toLowerCase().replace('_', '-'),
                    "lotsen.model.name=good", "lotsen.model.base-url=" + MODEL.baseUrl(Wire.OPENAI),
                    "management.tracing.export.otlp.enabled=true",
                    "management.opentelemetry.tracing.export.otlp.endpoint=" + TRACES.address(),
                    "management.opentelemetry.tracing.export.schedule-delay=100ms",
                    "management.tracing.sampling.probability=1.0").applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
