package se.lotsen.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AnsweringPropertiesTests {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 1, 1", "0.2, 0.5, 0.3", "0, 1, 0", "0.2, 0.5, 0.5"})
    void takesThresholdsThatFitTogether(double minBoundShare, double answerAt, double askAt) {
        assertThat(properties(minBoundShare, answerAt, askAt).answerAt())
                .isEqualTo(answerAt);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.3, 0.5, ask-at is 0.5", "0.2, 1.1, 0.5, answer-at is 1.1",
            "0.2, 0.5, -0.1, ask-at is -0.1",
            "0.2, NaN, 0.3, answer-at is NaN", "0.2, 0.5, NaN, ask-at is NaN",
            "-0.1, 0.5, 0.3, min-bound-share must be 0..1", "1.1, 0.5, 0.3, min-bound-share must be 0..1",
            "NaN, 0.5, 0.3, min-bound-share must be 0..1"})
    void refusesThresholdsThatContradictEachOther(double minBoundShare, double answerAt, double askAt,
            String said) {
        assertThatThrownBy(() -> properties(minBoundShare, answerAt, askAt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lotsen.answering").hasMessageContaining(said);
    }

    @Test
    void aMunicipalitysOwnThresholdsAreBoundAndTheOthersAreLeftToTheCalibration() {
        runner().withPropertyValues("lotsen.answering.answer-at=0.9", "lotsen.answering.contact=bygglov")
                .run(context -> {
                    AnsweringProperties bound = context.getBean(AnsweringProperties.class);
                    assertThat(bound.answerAt()).isEqualTo(0.9);
                    assertThat(bound.contact()).isEqualTo("bygglov");
                    assertThat(bound.askAt()).isNull();
                    assertThat(bound.minBoundShare()).isNull();
                });
    }

    @Test
    void startUpIsRefusedWithContradictingThresholds() {
        runner().withPropertyValues("lotsen.answering.answer-at=0.2", "lotsen.answering.ask-at=0.4")
                .run(context -> assertThat(context).hasFailed());
    }

    private static AnsweringProperties properties(double minBoundShare, double answerAt, double askAt) {
        return new AnsweringProperties(minBoundShare, answerAt, askAt, 0, "kontaktcenter",
                java.time.Duration.ofSeconds(60));
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withUserConfiguration(Bound.class);
    }

    @EnableConfigurationProperties(AnsweringProperties.class)
    static class Bound {
    }
}
