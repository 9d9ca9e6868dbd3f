package se.lotsen.insight;

import java.util.Locale;
import se.lotsen.language.TaggedMessages;

/** The room's own words. */
final class InsightTextForTests {
    static final InsightText TEXT = new InsightText(
            new TaggedMessages(Locale.of("sv"), "se/lotsen/insight/messages"));

    private InsightTextForTests() {
    }
}
