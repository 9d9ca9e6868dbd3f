package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConversationWiringTests {
    @TempDir
    private Path folder;

    @Test
    void keepsTheRecordInTheFolderThatTheEnvironmentNames() {
        wired(new ApplicationContextRunner(), folder).run(context -> {
            context.getBean(ConversationStore.class).start(RecordContract.key());
            assertThat(folder.resolve("conversations.mv.db")).isNotEmptyFile();
        });
    }

    @Test
    void acceptsAFolderRelativeToTheWorkingDirectory() {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath().resolve("kept"));
        wired(new ApplicationContextRunner(), relative).run(context -> {
            context.getBean(ConversationStore.class).start(RecordContract.key());
            assertThat(folder.resolve("kept").resolve("conversations.mv.db")).isNotEmptyFile();
        });
    }

    @Test
    void whatWasStoredIsThereAfterARestartAndTheDailyUpkeep() {
        IdempotencyKey key = RecordContract.key();
        wired(new ApplicationContextRunner(), folder)
                .run(context -> context.getBean(ConversationStore.class).start(key));
        wired(new ApplicationContextRunner(), folder).run(context -> {
            assertThat(context.getBean(ConversationDisposal.class).disposeDue()).isZero();
            assertThat(context.getBean(DatabaseFile.class).compact()).isTrue();
            StartedConversation again = context.getBean(ConversationStore.class).start(key);
            assertThat(context.getBean(ConversationStore.class).open(again.id(), again.token())).isPresent();
        });
    }

    @Test
    void whatANewerVersionHasMigratedIsNotOpenedByAnOlderOne() {
        wired(new ApplicationContextRunner(), folder).run(context -> context.getBean(JdbcClient.class).sql("""
                insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
                    "script", "checksum", "installed_by", "execution_time", "success")
                values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', 1, true)""").update());
        wired(new ApplicationContextRunner(), folder).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis said = new NewerRecordAnalyzer().analyze(context.getStartupFailure());
            assertThat(said).isNotNull();
            assertThat(said.getDescription()).contains("nyare version", "V9999");
            assertThat(said.getAction()).contains("säkerhetskopian");
        });
    }

    @Test
    void retentionIsNinetyDaysUnlessSet() {
        wired(new ApplicationContextRunner(), folder).run(context -> assertThat(
                context.getBean(ConversationProperties.class).retention()).isEqualTo(Duration.ofDays(90)));
        wired(new ApplicationContextRunner(), folder).withPropertyValues("lotsen.conversation.retention=0d")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void onlyTheServiceLooksAfterTheRecordByItself() {
        wired(new ReactiveWebApplicationContextRunner(), folder)
                .run(context -> assertThat(context).hasSingleBean(ConversationConfiguration.Upkeep.class));
        wired(new ApplicationContextRunner(), folder)
                .run(context -> assertThat(context).doesNotHaveBean(ConversationConfiguration.Upkeep.class));
    }

    @Test
    void aLazyCommandDoesNotTouchTheRecord() {
        wired(new ApplicationContextRunner(), folder)
                .withInitializer(context -> context.addBeanFactoryPostProcessor(
                        new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(folder).isEmptyDirectory();
                });
    }

    private static <R extends AbstractApplicationContextRunner<R, ?, ?>> R wired(R runner, Path dataDir) {
        Map<String, Object> variables = Map.of("LOTSEN_DATA_DIR", dataDir.toString());
        return runner
                .withInitializer(context -> {
                    ConfigurableEnvironment environment = context.getEnvironment();
                    environment.getPropertySources().replace(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(
                                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
                })
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withBean(Clock.class, Clock::systemUTC)
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withUserConfiguration(ConversationConfiguration.class);
    }
}
