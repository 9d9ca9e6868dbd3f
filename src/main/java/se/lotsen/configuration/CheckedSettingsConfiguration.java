package se.lotsen.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import java.util.List;
import java.util.stream.StreamSupport;

/** Also for single commands, whose settings are the same. */
@Configuration(proxyBeanMethods = false)
class CheckedSettingsConfiguration {

    @Bean
    static KnownSettings knownSettings() {
        return new KnownSettings();
    }

    /** Asked for before any setting is read, and so without a configuration around it. */
    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor settingLimits(KnownSettings known) {
        return next -> new SettingLimits(next, known);
    }

    /** A command reads only what it needs, keeps nothing, and could not tell what nobody reads. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    static class OfTheService {
        private static final Logger log = LoggerFactory.getLogger("Settings");

        /** Made before the record is opened in it: what the database says of a place that can be no folder fills a screen. */
        @Bean
        static BeanFactoryPostProcessor dataFolder(Environment settings) {
            return beans -> {
                Path folder = Path.of(settings.getProperty("lotsen.data-dir", "data"));
                try {
                    Files.createDirectories(folder);
                    if (!Files.isWritable(folder)) {
                        throw new AccessDeniedException(folder.toString());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        }

        @Bean
        ApplicationListener<ApplicationReadyEvent> unknownSettings(KnownSettings known,
                ConfigurableEnvironment settings) {
            return ready -> warnings(known, settings).forEach(log::warn);
        }
    }

    /** One line for each of our settings that nobody has asked for, with the name that was probably meant. */
    static List<String> warnings(KnownSettings known, Environment settings) {
        return StreamSupport.stream(ConfigurationPropertySources.get(settings).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream())
                .map(Object::toString).filter(name -> name.startsWith(SettingName.OURS) && !known.has(name))
                .distinct().sorted()
                .map(name -> known.nearest(name).map(meant -> Texts.of("unknown.meant", Line.of(name), meant))
                        .orElseGet(() -> Texts.of("unknown", Line.of(name))))
                .toList();
    }
}
