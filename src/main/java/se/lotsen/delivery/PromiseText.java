package se.lotsen.delivery;

import java.time.Instant;
import java.util.Locale;
import se.lotsen.handover.OpenTimes;
import se.lotsen.language.DateWords;
import se.lotsen.language.TaggedMessages;

/**
 * Says a promise in a citizen's words, such as {@code Vi ringer senast måndag 30 november kl. 16.00}; no full stop at the
 * end. Texts are in {@code promises_<lang>.properties}; a language without a file is answered in English.
 */
public final class PromiseText {
    private final TaggedMessages messages = new TaggedMessages(Locale.ENGLISH,
            "se.lotsen.delivery.promises");
    private final OpenTimes times;

    PromiseText(OpenTimes times) {
        this.times = times;
    }

    /** What is or would be promised. */
    public String of(Slot slot, String language) {
        return of(slot.kind(), slot.due(), language);
    }

    /** What was promised. */
    public String of(Promise promise, String language) {
        return of(promise.kind(), promise.dueAt(), language);
    }

    private String of(PromiseKind kind, Instant due, String language) {
        Locale locale = messages.answering(language);
        String moment = DateWords.of(messages.getMessage("promise.form", null, locale), locale)
                .format(due.atZone(times.zone()));
        return messages.getMessage("promise." + kind.name(), new Object[]{moment}, locale);
    }
}
