package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTests {

    @ParameterizedTest
    @EnumSource
    void hasASwedishTextForEveryKindThatMaskingLeavesAlone(PersonalDataKind kind) {
        String text = Placeholders.swedish().text(kind);
        assertThat(text).matches("\\[[a-zåäö-]+]");
        assertThat(new PersonalDataMask(PublicContacts.none()).mask(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "dolt", "[dolt 1]", "[x@y.se]"})
    void refusesTextsThatCouldBeMaskedAgain(String text) {
        Properties file = new Properties();
        for (PersonalDataKind kind : PersonalDataKind.values()) {
            file.setProperty(kind.name(), "[dolt]");
        }
        file.setProperty("PHONE", text);
        assertThatIllegalStateException().isThrownBy(() -> Placeholders.of(file))
                .withMessageContaining("PHONE");
    }

    @Test
    void refusesAKindWithoutAText() {
        assertThatIllegalStateException().isThrownBy(() -> Placeholders.of(new Properties()));
    }
}
