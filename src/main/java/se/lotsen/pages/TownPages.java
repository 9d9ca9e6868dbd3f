package se.lotsen.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.asking.AskingProperties;
import se.lotsen.chat.ChatLanguage;
import se.lotsen.chat.ChatProperties;
import se.lotsen.chat.Deletion;
import se.lotsen.conversation.RetentionRules;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageMetadata;

/**
 * What the pages show beside answers: pages of the municipality, and the terms on which one chats. Templates ask for it by the
 * bean's name.
 */
class TownPages {
    private static final Locale SWEDISH = ChatLanguage.SWEDISH.locale();

    private final KnowledgeWatch watch;
    private final MessageSource messages;
    private final long retentionDays;
    private final int questionLength;
    private final ChatProperties chat;

    TownPages(KnowledgeWatch watch, MessageSource messages, RetentionRules conversations,
            AskingProperties asking, ChatProperties chat) {
        this.watch = watch;
        this.messages = messages;
        this.retentionDays = conversations.longest().toDays();
        this.chat = chat;
        this.questionLength = asking.maxQuestionLength();
    }

    /** How long conversations are kept. */
    public long retentionDays() {
        return retentionDays;
    }

    /** What a citizen may do who wants a conversation gone; see {@link Deletion#word}. */
    public String deletion() {
        return chat.deletion().word();
    }

    /** After so long without a sign of anybody a page ends its conversation; 0 for never. */
    public long idleSeconds() {
        return chat.idleAfter().toSeconds();
    }

    /** The longest question, in characters. */
    public int questionLength() {
        return questionLength;
    }

    /** @param text the code of a text that lists ids; those that this knowledge base does not have are left out */
    public List<PageMetadata> listed(String text) {
        return Arrays.stream(messages.getMessage(text, null, SWEDISH).split(","))
                .flatMap(id -> watch.library().page(id.strip()).stream())
                .map(Page::metadata)
                .toList();
    }

    /** Whether a page that texts refer to is there. */
    public boolean has(String page) {
        return watch.library().page(page).isPresent();
    }

    /** A page's title. */
    public String title(String page) {
        return watch.library().page(page).map(found -> found.metadata().title()).orElse(page);
    }
}
