package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.EService;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;

class EventJsonTests {
    private static final long SEED = Long.getLong("lotsen.seed", 1);

    @Test
    void everyEventReadsBackAsItWasWritten() {
        RandomEvents random = new RandomEvents(SEED);
        Set<Class<?>> seen = new HashSet<>();
        for (int i = 0; i < 1500; i++) {
            ConversationEvent event = random.next();
            seen.add(event.getClass());
            String data = EventJson.write(event);
            assertThat(EventJson.read(event.type(), data)).as("lotsen.seed=%d, event %d", SEED, i)
                    .isEqualTo(event);
        }
        assertThat(seen).containsExactlyInAnyOrder(ConversationEvent.class.getPermittedSubclasses());
    }

    @Test
    void dataIsAlwaysOneLineOfLegalUtf8WithoutZeroBytes() {
        RandomEvents random = new RandomEvents(SEED);
        for (int i = 0; i < 1500; i++) {
            String data = EventJson.write(random.next());
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(data)).as("lotsen.seed=%d", SEED)
                    .isTrue();
            assertThat(data).as("lotsen.seed=%d", SEED).doesNotContain("\n", "\r", "\u0000");
        }
    }

    @Test
    void questionsShowTheirTextAndWhatItHides() {
        MaskedText text = MaskedText.restored("Jag är [personnummer], [telefon]",
                Set.of(PersonalDataKind.PHONE, PersonalDataKind.IDENTITY_NUMBER));

        assertThat(EventJson.write(new QuestionAsked(text, "sv"))).isEqualTo(
                """
                        {"text":"Jag är [personnummer], [telefon]","hidden":["IDENTITY_NUMBER","PHONE"],"language":"sv"}""");
    }

    @Test
    void completionsUseTheContractsNames() {
        Completed completed = new Completed(AnswerKind.NO_ANSWER, AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, 2,
                0.125);

        assertThat(EventJson.write(completed)).isEqualTo("""
                {"kind":"no_answer","outcome":"NOT_ANSWERED_NO_EVIDENCE","answer":2,"confidence":0.125}""");
    }

    /** AI Act, article 50: whose words they are stands with the words. */
    @Test
    void textsSayWhoseWordsTheyAre() {
        assertThat(EventJson.write(new TextReleased("Ja.", List.of(new Citation("p", "h", "u")))))
                .contains("\"origin\":\"assistant\"");
        assertThat(EventJson.write(new TextReleased("Jag hittar inget.", List.of())))
                .contains("\"origin\":\"editor\"");
    }

    @Test
    void statesAndMessagesUseTheContractsNames() {
        StateChanged claimed = new StateChanged(ConversationState.WAITING, ConversationState.WITH_AGENT,
                StateChange.CLAIMED, "Anna", "Anna hjälper dig.");
        MessagePosted reply = new MessagePosted(Author.AGENT, "Anna",
                MaskedText.restored("Ring [telefon]", Set.of(PersonalDataKind.PHONE)),
                List.of(new Citation("p", "h", "u")));

        assertThat(claimed.type() + EventJson.write(claimed)).isEqualTo("""
                state{"from":"waiting","to":"with_agent","change":"claimed","agent":"Anna",\
                "text":"Anna hjälper dig."}""");
        assertThat(reply.type() + EventJson.write(reply)).isEqualTo("""
                message{"author":"agent","name":"Anna","text":"Ring [telefon]","hidden":["PHONE"],\
                "sources":[{"page":"p","heading":"h","url":"u","href":"u"}]}""");
        MessagePosted approved = new MessagePosted(Author.AGENT, "Anna", MaskedText.restored("Ja.", Set.of()),
                List.of(), true);
        assertThat(EventJson.write(approved)).isEqualTo("""
                {"author":"agent","name":"Anna","text":"Ja.","hidden":[],"sources":[],"approved":true}""");
        assertThat(EventJson.read("message", EventJson.write(approved))).isEqualTo(approved);
        NoticePosted notice = new NoticePosted("Du är nummer 2.");
        assertThat(notice.type() + EventJson.write(notice)).isEqualTo("""
                notice{"text":"Du är nummer 2."}""");
    }

    @Test
    void datesAreIsoAndKeepTheirOffset() {
        HandoverOffered offer = new HandoverOffered(HandoverReason.NO_EVIDENCE, false,
                OffsetDateTime.parse("2026-11-23T08:00+01:00"),
                "Vi öppnar 08.00.", "0123-45 60 00", null);
        SourcesFound sources = new SourcesFound(List.of(new Source("bygglov", "Bygglov", 0.5,
                "/knowledge/bygglov",
                LocalDate.of(2026, 3, 1), new EService("Ansök", "https://e.example", true, true, false))));

        assertThat(EventJson.write(offer)).isEqualTo("""
                {"reason":"no-evidence","openNow":false,"nextOpening":"2026-11-23T08:00:00+01:00",\
                "text":"Vi öppnar 08.00.","phone":"0123-45 60 00","email":null}""");
        assertThat(EventJson.write(sources)).isEqualTo("""
                {"sources":[{"page":"bygglov","title":"Bygglov","score":0.5,"url":"/knowledge/bygglov",\
                "reviewed":"2026-03-01","eService":{"name":"Ansök","url":"https://e.example","eId":true,\
                "signing":true,"payment":false}}]}""");
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        assertThat(EventJson.read("text",
                """
                        {"text":"Hej.","tone":{"warm":true},"sources":[{"page":"p","heading":"h","url":"u","span":[1,2]}]}"""))
                .isEqualTo(new TextReleased("Hej.", List.of(new Citation("p", "h", "u"))));
        assertThat(EventJson.read("question", """
                {"text":"Hej?","hidden":[],"language":"sv","channel":"widget"}"""))
                .isEqualTo(new QuestionAsked(MaskedText.restored("Hej?", Set.of()), "sv"));
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatThrownBy(() -> EventJson.read("applause", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.read("text", "{\"text\":"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.read("question", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.read("completed", "{\"kind\":\"maybe\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
