package se.lotsen.pages;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The pages where the chat stands with scripts: the start page, and a page of its own that other sites may frame. */
@Controller
@Profile("!command")
class ChatPageController {

    @GetMapping("/")
    Rendering home() {
        return ConversationPage.page("home").build();
    }

    @GetMapping("/chat")
    Rendering chat() {
        return ConversationPage.page("chat").build();
    }
}
