package se.lotsen.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that policy files may hold words in. A further one needs a rule of spelling here. */
enum PolicyLanguage {
    SV, EN, FI, AR, SO;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As editors write it: {@code sv}. */
    String code() {
        return code;
    }

    static Optional<PolicyLanguage> of(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /** How a word of this language is compared; Arabic in Latin letters is compared as Latin. */
    Spelling spelling(String word) {
        if (Spelling.isArabic(word)) {
            return Spelling.ARABIC;
        }
        return this == SO ? Spelling.SOMALI : Spelling.LATIN;
    }
}
