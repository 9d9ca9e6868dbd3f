package se.lotsen.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class TaggedMessagesTests {
    private static final Locale SWEDISH = Locale.of("sv");
    private static final Locale EASY = Locale.forLanguageTag("sv-x-lattlast");
    private final TaggedMessages messages = new TaggedMessages(SWEDISH, "se/lotsen/language/tagged",
            "se/lotsen/language/swedish-only");

    @Test
    void aPrivateTagHasItsOwnFile() {
        assertThat(messages.getMessage("both", null, EASY)).isEqualTo("Lätt");
        assertThat(messages.getMessage("both", null, SWEDISH)).isEqualTo("Svår");
        assertThat(messages.getMessage("both", null, Locale.of("sv", "SE"))).isEqualTo("Svår");
    }

    @Test
    void aTextThatAFileLacksIsMissingAndNotTakenFromSwedish() {
        assertThatThrownBy(() -> messages.getMessage("swedish", null, EASY))
                .isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> messages.getMessage("swedish", null, Locale.ENGLISH))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void whereALanguageHasNoFileAtAllTheDefaultLanguagesIsRead() {
        assertThat(messages.getMessage("town", null, EASY)).isEqualTo("Lindåkra");
        assertThat(messages.getMessage("town", null, Locale.forLanguageTag("ar-u-nu-latn")))
                .isEqualTo("Lindåkra");
        assertThat(messages.getMessage("both", null, Locale.ITALIAN)).isEqualTo("Svår");
    }

    @Test
    void numbersHaveTheDigitsOfTheTag() {
        assertThat(messages.getMessage("days", new Object[]{90}, Locale.forLanguageTag("ar-u-nu-latn")))
                .isEqualTo("90 (ar)");
    }
}
