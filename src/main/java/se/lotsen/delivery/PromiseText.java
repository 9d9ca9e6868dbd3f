package se.lotsen.delivery;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.lotsen.handover.OpenTimes;

/**
 * Says a promise in a citizen's words, such as {@code Vi ringer senast måndag 30 november kl. 16.00}; no full stop at the
 * end. Texts are in {@code promises_<lang>.properties}; a language without a file is answered in English.
 */
public final class PromiseText {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final Locale ENGLISH = Locale.UK;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final OpenTimes times;

    PromiseText(OpenTimes times) {
        this.times = times;
        messages.setBasename("se.lotsen.delivery.promises");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(SWEDISH);
    }

    /** What is or would be promised. */
    public String of(Slot slot, String language) {
        return of(slot.kind(), slot.due(), language);
    }

    /** What was promised. */
    public String of(Promise promise) {
        return of(promise.kind(), promise.dueAt(), promise.language());
    }

    private String of(PromiseKind kind, Instant due, String language) {
        Locale locale = language.equals("sv") || language.startsWith("sv-") ? SWEDISH : ENGLISH;
        String moment = DateTimeFormatter.ofPattern(messages.getMessage("promise.form", null, locale), locale)
                .format(due.atZone(times.zone()));
        return messages.getMessage("promise." + kind.name(), new Object[]{moment}, locale);
    }
}
