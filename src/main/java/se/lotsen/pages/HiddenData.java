package se.lotsen.pages;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.privacy.MaskedText;

/** Says what was hidden in a question; templates ask for it by the bean's name. */
class HiddenData {
    private final MessageSource messages;

    HiddenData(MessageSource messages) {
        this.messages = messages;
    }

    /** Such as "ditt personnummer och din e-postadress". */
    public String words(MaskedText text, Locale locale) {
        List<String> kinds = text.hidden().stream().sorted()
                .map(kind -> messages.getMessage("hidden." + kind.name(), null, locale))
                .toList();
        return kinds.stream().reduce((first, next) -> messages.getMessage("hidden.and",
                new Object[]{first, next}, locale)).orElse("");
    }
}
