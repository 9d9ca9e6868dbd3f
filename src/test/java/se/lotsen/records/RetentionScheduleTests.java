package se.lotsen.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;
import se.lotsen.conversation.ConversationClass;
import se.lotsen.conversation.RetentionRules.Rule;
import se.lotsen.records.RetentionSchedule.ClassRule;

class RetentionScheduleTests {
    private static final Duration USUAL = Duration.ofDays(90);

    @Test
    void withoutSettingsConversationsHaveTheOnePeriodAndTheRestNone() {
        RetentionSchedule plan = OpenRecords.schedule();
        for (RecordClass kind : RecordClass.values()) {
            assertThat(plan.rule(kind)).as("%s", kind).isEqualTo(new ClassRule(
                    kind.ending() == RecordClass.Ending.PERIOD ? USUAL : null, ""));
        }
    }

    @Test
    void theShortestAndTheLongestAreOfConversations() {
        RetentionSchedule plan = OpenRecords.schedule("assistant-conversation.period", "30d",
                "handed-over-conversation.period", "730d", "feedback.period", "2d");
        assertThat(plan.shortest()).isEqualTo(Duration.ofDays(30));
        assertThat(plan.longest()).isEqualTo(Duration.ofDays(730));
        assertThat(plan.of(ConversationClass.HANDED_OVER_CONVERSATION))
                .isEqualTo(new Rule(Duration.ofDays(730), ""));
    }

    @Test
    void everyClassCanBeSetByEnvironmentVariables() {
        for (RecordClass kind : RecordClass.values()) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("LOTSEN_RECORDS_RETENTION_" + kind.name() + "_DECISION_REFERENCE", " KS 1 ");
            StandardEnvironment environment = new StandardEnvironment();
            environment.getPropertySources().replace(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new SystemEnvironmentPropertySource(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
            ConfigurationPropertySources.attach(environment);
            assertThat(RetentionSchedule.read(environment, USUAL).rule(kind).decision()).as("%s", kind)
                    .isEqualTo("KS 1");
        }
    }

    @Test
    void inProductionEveryClassNeedsADecisionAndThoseWithoutAreNamedInOneLine() {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(RetentionSchedule.PRODUCTION);
        Arrays.stream(RecordClass.values()).filter(kind -> kind != RecordClass.FEEDBACK)
                .forEach(kind -> environment.setProperty(RetentionSchedule.decisionProperty(kind), "KS 1"));
        environment.setProperty(RetentionSchedule.decisionProperty(RecordClass.DRAFTS), "  ");

        assertThatThrownBy(() -> RetentionSchedule.read(environment, USUAL))
                .isInstanceOfSatisfying(RetentionRefused.class, refused -> {
                    FailureAnalysis said = new RetentionRefusedAnalyzer().analyze(refused, refused);
                    assertThat(said.getDescription())
                            .isEqualTo("Profilen production kräver numret på kommunens"
                                    + " gallringsbeslut för varje handlingstyp. Det saknas för:"
                                    + " lotsen.records.retention.feedback.decision-reference,"
                                    + " lotsen.records.retention.drafts.decision-reference");
                    assertThat(said.getAction()).contains("docs/records.md").doesNotContain("''");
                });

        environment.setProperty(RetentionSchedule.decisionProperty(RecordClass.FEEDBACK), "KS 2");
        environment.setProperty(RetentionSchedule.decisionProperty(RecordClass.DRAFTS), "KS 3");
        assertThat(RetentionSchedule.read(environment, USUAL).rule(RecordClass.DRAFTS).decision())
                .isEqualTo("KS 3");
    }

    @ParameterizedTest
    @CsvSource({"feedback, 23h, TOO_SHORT", "handed-over-conversation, 0d, TOO_SHORT",
            "published-pages, 365d, NOT_DISPOSED_OF", "system-data, 365d, NOT_DISPOSED_OF",
            "daily-totals, 89d, SHORTER_THAN_CONVERSATIONS"})
    void aPeriodThatNobodyCanHaveMeantIsRefused(String kind, String period, RetentionRefused.Reason reason) {
        assertThatThrownBy(() -> OpenRecords.schedule(kind + ".period", period))
                .isInstanceOfSatisfying(RetentionRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(new RetentionRefusedAnalyzer().analyze(refused, refused).getDescription())
                            .contains(RetentionSchedule.PREFIX + kind + ".period");
                });
    }
}
