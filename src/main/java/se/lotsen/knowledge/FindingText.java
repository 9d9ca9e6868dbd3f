package se.lotsen.knowledge;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Says a {@link Finding} in an editor's words: file, line, what is wrong and how to mend it. */
public final class FindingText {
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** In the language of the locale, Swedish where there is no other. */
    public FindingText() {
        messages.setBasename("se.lotsen.knowledge.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.of("sv"));
    }

    /** One line, such as {@code pages/a/b.md:12: Fältet ”titel” finns inte. …}. */
    public String of(Finding finding) {
        String where = finding.line() > 0 ? finding.file() + ":" + finding.line() : finding.file();
        String code = finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return where + ": " + messages.getMessage("finding." + code, finding.arguments().toArray(),
                Locale.of("sv"));
    }
}
