package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTests {

    @ParameterizedTest
    @CsvSource({"bygga-och-bo, Bygga och bo", "trafik, Trafik", "Förskola, Förskola", "a--b, a--b",
            "'<b>', '<b>'", "'', ''"})
    void anIdBecomesWordsAndWordsStayAsTheyAre(String area, String name) {
        assertThat(Topic.name(area)).isEqualTo(name);
    }
}
