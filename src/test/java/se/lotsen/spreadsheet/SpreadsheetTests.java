package se.lotsen.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTests {

    @Test
    void whatASpreadsheetWouldReckonIsTextInTheFile() {
        for (String formula : List.of("=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(Spreadsheet.csv(List.of(List.of(formula))))
                    .isEqualTo("\uFEFF\"'" + formula + "\"\r\n");
        }
    }

    @Test
    void quotesAreDoubledAndCellsDividedBySemicolons() {
        assertThat(Spreadsheet.csv(List.of(List.of("Bygg \"och\" plan; =1", ""), List.of("1", "2"))))
                .isEqualTo("\uFEFF\"Bygg \"\"och\"\" plan; =1\";\"\"\r\n\"1\";\"2\"\r\n");
    }
}
