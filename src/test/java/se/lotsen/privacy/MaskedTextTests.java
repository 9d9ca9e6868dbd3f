package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTextTests {
    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());

    @Test
    void placeholdersAreNoWordsToSearchFor() {
        MaskedText text = mask.mask("ring mig på 070-174 06 05 om bygglov");

        assertThat(text.value()).isEqualTo("ring mig på [telefonnummer] om bygglov");
        assertThat(text.withoutPlaceholders()).isEqualTo("ring mig på   om bygglov");
    }

    @Test
    void bracketsThatACitizenTypedStayWhenNothingIsHidden() {
        assertThat(mask.mask("vad betyder [telefonnummer]").withoutPlaceholders())
                .isEqualTo("vad betyder [telefonnummer]");
    }
}
