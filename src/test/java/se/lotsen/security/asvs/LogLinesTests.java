package se.lotsen.security.asvs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What is sent to the service cannot pass for a line of its log. */
class LogLinesTests {
    private static final String FORGED = "2026-11-24T10:00:00.000+01:00 INFO  AccountOffice: made account 1";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\u2028", "\u0085", "\u001b[2K\r", "\u0000\n",
            "\u001b[1A"})
    void nothingThatIsSentBeginsALineOfItsOwn(String end) {
        String written = written("/desk" + end + FORGED);
        assertThat(written.split("\\R", -1)).filteredOn(line -> line.startsWith("20")).hasSize(1);
        assertThat(written).doesNotContain("\u001b", "\u0000", "\u2028", "\u0085");
    }

    @Test
    void anOrdinaryMessageIsWrittenAsItIs() {
        assertThat(written("Åsa ändrade 3 köer\tidag"))
                .endsWith(": Åsa ändrade 3 köer\tidag" + System.lineSeparator());
    }

    private static String written(String message) {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(
                Objects.requireNonNull(settings.getObject()).getProperty("logging.pattern.console"));
        layout.start();
        return layout
                .doLayout(new LoggingEvent("", context.getLogger("se.lotsen.Test"), Level.INFO, message, null,
                        null));
    }
}
