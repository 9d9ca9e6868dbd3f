package se.lotsen.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lotsen.chat.ChatLanguage;

/** The languages as the chat and the pages without scripts name and link them; templates ask for it by the bean's name. */
class LanguageLinks {

    /** The language of a page. */
    public ChatLanguage of(Locale locale) {
        return ChatLanguage.of(locale);
    }

    /** What can be chosen: a language and where it leads. */
    record Choice(ChatLanguage language, String address, boolean isPresent) {
    }

    /** All languages for a path of ours. */
    public List<Choice> all(String path, Locale locale) {
        ChatLanguage present = ChatLanguage.of(locale);
        return Arrays.stream(ChatLanguage.values())
                .map(language -> new Choice(language, address(path, language), language == present)).toList();
    }

    /** A path of ours that keeps the page's language. */
    public String to(String path, Locale locale) {
        return address(path, ChatLanguage.of(locale));
    }

    /** The tag of what our own lines are in that belong to a question; they are Swedish where its language is not ours. */
    public String spoken(@Nullable String language) {
        return ChatLanguage.of(language).tag();
    }

    /** @param path without a language; a fragment stays at the end */
    static String address(String path, ChatLanguage language) {
        if (language.isSwedish()) {
            return path;
        }
        int fragment = path.indexOf('#');
        String query = (path.contains("?") ? "&" : "?") + ChatLocales.PARAMETER + "=" + language.tag();
        return fragment < 0
                ? path + query
                : path.substring(0, fragment) + query + path.substring(fragment);
    }
}
