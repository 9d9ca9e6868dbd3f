package se.lotsen.languagemodel.written;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.PromptLibrary;
import se.lotsen.languagemodel.WritingTasks;

@Configuration(proxyBeanMethods = false)
class WritingConfiguration {

    /** Read whether or not there is a model: a prompt with a fault is better found today. */
    @Bean
    PromptLibrary promptLibrary(@Value("${lotsen.prompts.dir:prompts}") Path folder, Clock clock) {
        return new PromptLibrary(folder, clock);
    }

    @Bean
    ConfiguredModel configuredModel(ModelProperties properties, GuardedModels models, PromptLibrary prompts) {
        return models.model()
                .map(model -> new ConfiguredModel(properties, new WrittenVoice(model, prompts, properties),
                        new WritingTasks(model, prompts), models.status()))
                .orElseGet(() -> new ConfiguredModel(properties, null, null, models.status()));
    }
}
