package se.lotsen.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Page;
import se.lotsen.testing.PageFile;

/** "Still right" moves two dates and nothing else. */
class ReviewsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static Page page(String reviewed, String reviewBy) {
        String text = PageFile.aPage("a").with("reviewed", reviewed).with("reviewBy", reviewBy).text();
        return Page.read("pages/a.md", text, finding -> {
            throw new AssertionError(finding);
        }).orElseThrow();
    }

    @Test
    void theNextReviewIsAsFarOffAsThePageSOwnInterval() {
        assertThat(Reviews.next(page("2025-09-21", "2026-09-21"), TODAY)).isEqualTo("2027-11-29");
        assertThat(Reviews.next(page("2026-03-01", "2026-09-01"), TODAY)).isEqualTo("2027-05-29");
    }

    @Test
    void everyOtherSignOfTheFileStays() {
        String before = "---\nid: a # min sida\nreviewed: 2025-09-21\nreviewBy: 2026-09-21\ntitle: \"A\"\n---\n"
                + "reviewed: 2020-01-01\n";
        assertThat(Reviews.dated(before, TODAY, LocalDate.of(2027, 11, 29))).isEqualTo(before
                .replace("reviewed: 2025-09-21", "reviewed: 2026-11-29")
                .replace("reviewBy: 2026-09-21", "reviewBy: 2027-11-29"));
    }
}
