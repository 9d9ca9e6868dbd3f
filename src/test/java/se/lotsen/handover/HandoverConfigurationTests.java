package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Watching;

class HandoverConfigurationTests {

    @Test
    void opensTheCounterOnTheKnowledgeBasesFolder() {
        Clock clock = Clock.fixed(SampleFiles.at("2026-11-23T10:00").toInstant(), ZoneOffset.UTC);
        new ApplicationContextRunner().withUserConfiguration(HandoverConfiguration.class)
                .withBean(Clock.class, () -> clock)
                .withBean(KnowledgeFolder.class, () -> new KnowledgeFolder(SampleFiles.FOLDER))
                .withBean("knowledgeWatch", KnowledgeWatch.class,
                        () -> Watching.over(new KnowledgeFolder(SampleFiles.FOLDER)))
                .run(context -> {
                    Availability now = context.getBean(ContactCentre.class).availability("kontaktcenter");
                    assertThat(now.openNow()).isTrue();
                    assertThat(context.getBean(AvailabilityText.class).of(now))
                            .isEqualTo("Öppet till kl. 16.30 i dag");
                    assertThat(context.getBean(ContactDirectory.class).contact("kontaktcenter")).isPresent();
                    assertThat(context.getBean(HandoverFiles.class).reload()).isEmpty();
                });
    }
}
