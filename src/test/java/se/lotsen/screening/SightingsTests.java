package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTests {

    @Test
    void everySightingOfManySymbolsIsKeptOnce() {
        Sightings sightings = new Sightings();
        for (int round = 0; round < 2; round++) {
            for (int symbol = 0; symbol < 3_000; symbol++) {
                assertThat(sightings.add(symbol * 7, symbol, symbol + 1)).isEqualTo(round == 0);
                sightings.add(symbol * 7, 5_000, 5_002);
            }
        }
        assertThat(sightings.symbols()).isEqualTo(3_000);
        for (int symbol = 0; symbol < 3_000; symbol++) {
            assertThat(sightings.symbol(symbol)).isEqualTo(symbol * 7);
            assertThat(starts(sightings, symbol * 7)).containsExactlyInAnyOrder(symbol, 5_000);
            assertThat(sightings.has(symbol * 7 + 1)).isFalse();
        }
    }

    @Test
    void aSymbolCoversTheWordsOfAllItsSightings() {
        Sightings sightings = new Sightings();
        sightings.add(4, 1, 3);
        sightings.add(4, 6, 7);
        BitSet words = new BitSet();
        sightings.cover(4, words);
        sightings.cover(5, words);
        assertThat(words.stream()).containsExactly(1, 2, 6);
    }

    @Test
    void everyNumberFiledIsFoundUnderItsKeyOnly() {
        Register register = new Register();
        for (int number = 0; number < 50_000; number++) {
            String word = Integer.toString(number);
            register.file(Register.key(word, 0, word.length()), number);
            register.file(Register.key(word, 0, word.length()), number);
        }
        for (int number = 0; number < 50_000; number++) {
            String word = "x" + number;
            int entry = register.of(Register.key(word, 1, word.length()));
            assertThat(register.number(entry)).isEqualTo(number);
            assertThat(register.next(entry)).isEqualTo(Register.NONE);
            assertThat(register.of(Register.key(word, 0, word.length()))).isEqualTo(Register.NONE);
        }
    }

    private static List<Integer> starts(Sightings sightings, int symbol) {
        List<Integer> starts = new ArrayList<>();
        for (int at = sightings.of(symbol); at != Sightings.NONE; at = sightings.next(at)) {
            starts.add(sightings.start(at));
        }
        return starts;
    }
}
