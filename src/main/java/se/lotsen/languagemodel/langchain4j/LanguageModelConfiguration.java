package se.lotsen.languagemodel.langchain4j;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.languagemodel.guarded.LanguageModels;
import se.lotsen.languagemodel.written.WrittenVoice;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class LanguageModelConfiguration {

    /** Read whether or not there is a model: a prompt with a fault is better found today. */
    @Bean
    PromptLibrary promptLibrary(@Value("${lotsen.prompts.dir:prompts}") Path folder, Clock clock) {
        return new PromptLibrary(folder, clock);
    }

    @Bean
    ConfiguredModel configuredModel(ModelProperties properties, PromptLibrary prompts, Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        LanguageModels models = new LanguageModels(properties,
                backend -> new LangChain4jLanguageModel(backend, properties), clock,
                meters.getIfAvailable(SimpleMeterRegistry::new));
        return models.model()
                .map(model -> new ConfiguredModel(properties, new WrittenVoice(model, prompts, properties),
                        new WritingTasks(model, prompts), models::status))
                .orElseGet(() -> new ConfiguredModel(properties, null, null, models::status));
    }
}
