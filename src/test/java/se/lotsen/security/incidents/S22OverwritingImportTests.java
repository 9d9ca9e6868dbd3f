package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/**
 * S22, Open WebUI CVE-2026-44562: an import overwrote what belonged to others. Ours makes drafts and publishes nothing; a dry run shows
 * what would be done ({@code ImportContract}). Here: that no page is made, moved or saved over another.
 */
@ServiceTest
class S22OverwritingImportTests extends TownTests {
    private static final String FILE = "pages/barn-och-utbildning/forskola-avgift.md";

    @Test
    void aNewPageNeverTakesThePlaceOfOneThatIsThere() {
        StaffBrowser vera = town.agent("vera", List.of(), StaffRole.WRITER);
        String published = town.caller.get("/knowledge/forskola-avgift", Town.nobody()).body();
        try {
            HttpResponse<String> made = vera.submit("/editor/sidor/ny", "mapp", "barn-och-utbildning",
                    "folder", "barn-och-utbildning", "id",
                    "forskola-avgift", "titel", "Tagen", "title", "Tagen", "namn", "forskola-avgift");
            assertThat(made.statusCode()).isBetween(200, 499);
            assertThat(town.caller.get("/knowledge/forskola-avgift", Town.nobody()).body())
                    .isEqualTo(published);
            assertThat(town.database.sql("select count(*) from draft where file = ? and text like '%Tagen%'")
                    .param(FILE).query(Long.class).single()).isZero();
        } finally {
            town.database.sql("delete from draft").update();
        }
    }

    @Test
    void aDraftThatSomebodyElseHasChangedIsNotOverwritten() {
        StaffBrowser vera = town.agent("vera", List.of(), StaffRole.WRITER);
        StaffBrowser valle = town.agent("valle", List.of(), StaffRole.WRITER);
        String page = "/editor/sidor/redigera?fil=" + FILE;
        try {
            vera.submitFrom(page, "/editor/sidor/spara", "fil", FILE, "version", "0", "text", "Veras text.");
            valle.submitFrom(page, "/editor/sidor/spara", "fil", FILE, "version", "0", "text",
                    "Valles text.");
            assertThat(town.database.sql("select text from draft where file = ?").param(FILE)
                    .query(String.class).single()).contains("Veras text");
        } finally {
            town.database.sql("delete from draft").update();
        }
    }

    @Test
    void whatRunsAnImportPublishesNothing() {
        assertThat(
                Sources.containing(Sources.of("src/main/java/se/lotsen/importing", ".java"), "\\.publish\\("))
                .isEmpty();
    }
}
