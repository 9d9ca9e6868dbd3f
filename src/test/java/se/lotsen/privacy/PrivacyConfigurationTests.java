package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PrivacyConfigurationTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(PrivacyConfiguration.class);

    @Test
    void knowsNoExceptionsWithoutContacts() {
        runner.run(
                context -> assertThat(context.getBean(PersonalDataMask.class).mask("0980-31 92 00").value())
                        .isEqualTo("[telefonnummer]"));
    }

    @Test
    void takesTheContactsOfTheApplication() {
        runner.withBean(PublicContacts.class, () -> new PublicContacts() {
            @Override
            public Set<String> phones() {
                return Set.of("0980-31 92 00");
            }

            @Override
            public Set<String> emails() {
                return Set.of();
            }

            @Override
            public Set<String> emailDomains() {
                return Set.of();
            }
        }).run(context -> assertThat(context.getBean(PersonalDataMask.class).mask("0980-31 92 00").value())
                .isEqualTo("0980-31 92 00"));
    }
}
