package se.lotsen.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.ReceivedCall;
import se.lotsen.testing.model.Wire;

/** What leaves the house for a model. */
class WireTests {
    private static final List<String> PERSONAL = List.of("19811228-9874", "811228-9874", "070-174 06 05",
            "0701740605",
            "anna.andersson@hemma.example", "4111 1111 1111 1111");

    @Test
    void noPersonalDataGoesToAModelNeitherOfThisQuestionNorOfEarlierOnes() {
        try (ModelServer server = ModelServer.start(new GoodModel());
                Assistant assistant = Assistant.setup().model(server, Wire.OPENAI).start()) {
            for (String secret : PERSONAL) {
                assistant.ask("Vad kostar förskolan? Jag heter Anna och har " + secret + ".",
                        "Gäller det mig med " + secret + " också?", "Vad kostar fritidshem då?");
            }
            assertThat(server.count()).as("calls").isGreaterThanOrEqualTo(PERSONAL.size());
            assertThat(server.calls()).extracting(ReceivedCall::everything).allSatisfy(
                    sent -> assertThat(PERSONAL).noneSatisfy(secret -> assertThat(sent).contains(secret)));
        }
    }

    @Test
    void oneQuestionIsOneCallOfOnePromptAndIsRecordedAsThat() {
        try (ModelServer server = ModelServer.start(new GoodModel());
                Assistant assistant = Assistant.setup().model(server, Wire.OLLAMA).start()) {
            Given given = assistant.ask("Vad kostar förskolan?");
            assertThat(server.count()).isEqualTo(1);
            assertThat(given.explanation().models()).extracting(ModelUse.Call::end)
                    .containsExactly("COMPLETE");
            assertThat(given.explanation().models().getFirst().prompt()).startsWith("answer.sv@");
        }
    }
}
