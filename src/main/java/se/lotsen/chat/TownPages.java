package se.lotsen.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.asking.AskingProperties;
import se.lotsen.conversation.ConversationProperties;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageMetadata;

/** What the pages of the sample municipality show beside answers; templates ask for it by the bean's name. */
class TownPages {
    private static final Locale SWEDISH = Locale.of("sv");

    private final KnowledgeWatch watch;
    private final MessageSource messages;
    private final long retentionDays;
    private final int questionLength;

    TownPages(KnowledgeWatch watch, MessageSource messages, ConversationProperties conversations,
            AskingProperties asking) {
        this.watch = watch;
        this.messages = messages;
        this.retentionDays = conversations.retention().toDays();
        this.questionLength = asking.maxQuestionLength();
    }

    /** How long conversations are kept. */
    public long retentionDays() {
        return retentionDays;
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

    /** Questions that anybody can begin with. */
    public List<String> examples() {
        return Arrays.stream(messages.getMessage("home.examples", null, SWEDISH).split("\\|"))
                .map(String::strip)
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
