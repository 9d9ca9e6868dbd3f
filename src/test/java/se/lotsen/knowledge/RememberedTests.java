package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.PageFile;

class RememberedTests {

    @Test
    void whatSomebodyHoldsIsNotMadeTwice() {
        Remembered<String, List<Integer>> remembered = new Remembered<>(2);
        List<Integer> held = List.of(1);
        remembered.put("a", held);
        assertThat(remembered.get("a")).containsSame(held);
        assertThat(remembered.wasMade("a")).isTrue();
        assertThat(remembered.get("b")).isEmpty();
        assertThat(remembered.wasMade("b")).isFalse();
    }

    @Test
    void whatWasNotAskedForLongestMakesRoom() {
        Remembered<Integer, Integer> remembered = new Remembered<>(2);
        remembered.put(1, 1);
        remembered.put(2, 2);
        remembered.get(1);
        remembered.put(3, 3);
        assertThat(IntStream.rangeClosed(1, 3).filter(remembered::wasMade)).containsExactly(1, 3);
    }

    @Test
    void aPageIsReadOnceForEveryFolderThatHasItAndAnewWhenItsTextDiffers() {
        Page page = read("pages/bygglov.md", "bygglov");
        assertThat(read("pages/bygglov.md", "bygglov")).isSameAs(page);
        assertThat(read("pages/annan.md", "bygglov").file()).isEqualTo("pages/annan.md");
        assertThat(read("pages/bygglov.md", "lov").id()).isEqualTo("lov");
    }

    private static Page read(String file, String id) {
        return Page.read(file, PageFile.aPage(id).text(), finding -> {
        }).orElseThrow();
    }
}
