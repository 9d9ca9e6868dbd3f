package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.chat.ChatLanguage.ARABIC;
import static se.lotsen.chat.ChatLanguage.EASY_SWEDISH;
import static se.lotsen.chat.ChatLanguage.ENGLISH;
import static se.lotsen.chat.ChatLanguage.FINNISH;
import static se.lotsen.chat.ChatLanguage.SOMALI;
import static se.lotsen.chat.ChatLanguage.SWEDISH;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChatLanguageTests {

    @Test
    void tagsAsBrowsersAndHostsWriteThemLeadToTheLanguage() {
        assertThat(ChatLanguage.of("en-GB")).isEqualTo(ENGLISH);
        assertThat(ChatLanguage.of("EN")).isEqualTo(ENGLISH);
        assertThat(ChatLanguage.of("sv-SE")).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("sv_FI")).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("sv-x-lattlast")).isEqualTo(EASY_SWEDISH);
        assertThat(ChatLanguage.of("SV-X-LATTLAST")).isEqualTo(EASY_SWEDISH);
        assertThat(ChatLanguage.of("fi")).isEqualTo(FINNISH);
        assertThat(ChatLanguage.of("ar-u-nu-latn")).isEqualTo(ARABIC);
        assertThat(ChatLanguage.of("so-SO")).isEqualTo(SOMALI);
    }

    @Test
    void whatIsNoLanguageOfTheInterfaceIsSwedish() {
        assertThat(ChatLanguage.of((String) null)).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("")).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("de")).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("sv-x-other")).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("<script>")).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.of("en".repeat(1000))).isEqualTo(SWEDISH);
        assertThat(ChatLanguage.find("de")).isEmpty();
    }

    @Test
    void eachLanguageFindsItselfByItsTagAndByItsLocale() {
        assertThat(ChatLanguage.values()).allSatisfy(language -> {
            assertThat(ChatLanguage.of(language.tag())).isEqualTo(language);
            assertThat(ChatLanguage.of(language.locale())).isEqualTo(language);
        });
    }

    @Test
    void eachLanguageSaysItsOwnNameAndOnlyArabicRunsFromTheRight() {
        assertThat(Arrays.stream(ChatLanguage.values()).map(ChatLanguage::ownName))
                .containsExactly("Svenska", "Lätt svenska", "English", "Suomi", "العربية", "Soomaali");
        assertThat(Arrays.stream(ChatLanguage.values()).filter(one -> one.direction().equals("rtl")))
                .containsExactly(ARABIC);
    }
}
