package se.lotsen.chat;

import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.EventJson;
import se.lotsen.language.LanguageIdentifier;

/**
 * An event's data as clients of the API are given it: as it is stored, and with the language of what a person wrote, so that it
 * can be read aloud with the right voice (WCAG 2.2, 3.1.2). An agent's language need not be that of the question.
 */
final class ShownEvents {
    private final LanguageIdentifier languages;

    ShownEvents(LanguageIdentifier languages) {
        this.languages = languages;
    }

    String data(ConversationEvent event) {
        return event instanceof MessagePosted message
                ? EventJson.write(message, language(message.text().value()))
                : EventJson.write(event);
    }

    private @Nullable String language(String text) {
        String language = languages.identify(text);
        return LanguageIdentifier.UNKNOWN.equals(language) ? null : language;
    }
}
