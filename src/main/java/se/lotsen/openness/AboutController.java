package se.lotsen.openness;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.ConversationProperties;
import se.lotsen.insight.LastMonth;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.storage.SerialRecord;
import se.lotsen.widget.CurrentLook;

/**
 * {@code /om}: how the assistant works, what is kept, which model it uses and how often it was right, in Swedish and English.
 * Everything that differs between municipalities is read from the running configuration, so that the page cannot say what is
 * not so (AI Act, Regulation (EU) 2024/1689, article 50; GDPR articles 12 and 13).
 */
@Controller
@Profile("!command")
@ConditionalOnWebApplication
class AboutController {
    private final ModelProperties model;
    private final ConversationProperties conversations;
    private final CurrentLook look;
    private final LastMonth lastMonth;

    AboutController(ModelProperties model, ConversationProperties conversations, CurrentLook look,
            LastMonth lastMonth) {
        this.model = model;
        this.conversations = conversations;
        this.look = look;
        this.lastMonth = lastMonth;
    }

    @GetMapping("/om")
    Mono<Rendering> about() {
        return SerialRecord.later(() -> Rendering.view("openness/om")
                .modelAttribute("town", look.now().name())
                .modelAttribute("model", ModelNotice.of(model))
                .modelAttribute("days", conversations.retention().toDays())
                .modelAttribute("quality", lastMonth.quality())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache").build());
    }
}
