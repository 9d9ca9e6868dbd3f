package se.lotsen.language;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Texts from files named by a language's BCP 47 tag, such as {@code messages_sv-x-lattlast.properties}. Java itself knows
 * nothing of a tag's private part: it would read easy Swedish from the Swedish file and nobody would see that. A file
 * that is there answers for itself alone, and a text that it lacks is missing; where a language has no file at all, the
 * default language's is read.
 */
public final class TaggedMessages extends ResourceBundleMessageSource {
    private final ResourceBundle.Control control;

    /** @param fallback the language of a file whose other languages there are none of */
    public TaggedMessages(Locale fallback, String... basenames) {
        this.control = new ByTag(fallback);
        setBasenames(basenames);
        setDefaultEncoding("UTF-8");
        setDefaultLocale(fallback);
    }

    /** The language in which the first file answers who wants a language: that one, or the default. */
    public Locale answering(String tag) {
        return doGetBundle(getBasenameSet().iterator().next(), Locale.forLanguageTag(tag)).getLocale();
    }

    @Override
    protected ResourceBundle doGetBundle(String basename, Locale locale) {
        ClassLoader loader = getBundleClassLoader();
        return ResourceBundle.getBundle(basename, locale,
                loader == null ? TaggedMessages.class.getClassLoader() : loader, control);
    }

    private static final class ByTag extends ResourceBundle.Control {
        private final Locale fallback;

        ByTag(Locale fallback) {
            this.fallback = fallback;
        }

        @Override
        public List<String> getFormats(String baseName) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String baseName, Locale locale) {
            return isPrivate(locale)
                    ? List.of(locale, Locale.ROOT)
                    : super.getCandidateLocales(baseName, locale);
        }

        @Override
        public @Nullable Locale getFallbackLocale(String baseName, Locale locale) {
            return locale.equals(fallback) ? null : fallback;
        }

        @Override
        public String toBundleName(String baseName, Locale locale) {
            return isPrivate(locale)
                    ? baseName + "_" + locale.toLanguageTag()
                    : super.toBundleName(baseName, locale);
        }

        private static boolean isPrivate(Locale locale) {
            return locale.getExtension(Locale.PRIVATE_USE_EXTENSION) != null;
        }
    }
}
