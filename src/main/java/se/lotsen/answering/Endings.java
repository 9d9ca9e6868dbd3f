package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.lotsen.confidence.Thresholds;
import se.lotsen.confidence.Verdict;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.retrieval.Evidence;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.screening.Release;
import se.lotsen.screening.Screened;

/** The ways in which an answer can end, each as its last events. */
final class Endings {
    /** The pages' language. */
    private static final String SWEDISH = "sv";

    private final AnswerTexts texts;
    private final Function<Evidence, Thresholds> thresholds;

    Endings(AnswerTexts texts, Function<Evidence, Thresholds> thresholds) {
        this.texts = texts;
        this.thresholds = thresholds;
    }

    AnswerEvent sources(Reading reading) {
        return new AnswerEvent.Released(texts.sources(reading.retrieval()));
    }

    static AnswerEvent released(Reading reading, SpokenSentence sentence) {
        return new AnswerEvent.Released(
                new TextReleased(sentence.text(), List.of(citation(reading, sentence.source()))));
    }

    /** @param helpful pages that may help beside the rule's reply */
    List<AnswerEvent> screened(Question question, Screened screened, Optional<Reading> helpful) {
        AnswerOutcome outcome = switch (screened.action()) {
            case EMERGENCY -> AnswerOutcome.EMERGENCY_CARD_SHOWN;
            case THREAT -> AnswerOutcome.THREAT_MET;
            case ABUSE -> question.wasWarned() ? AnswerOutcome.ABUSE_ENDED : AnswerOutcome.ABUSE_WARNED;
            case PERSON -> AnswerOutcome.PERSON_ASKED_FOR;
            case DECLINED -> AnswerOutcome.DECLINED_BY_RULE;
            case REFERRED -> AnswerOutcome.REFERRED_TO_AUTHORITY;
            case GREETING -> AnswerOutcome.GREETED;
        };
        Explanation explanation = explanation(question, outcome).by(screened);
        List<AnswerEvent> events = new ArrayList<>();
        helpful.ifPresent(reading -> events.add(sources(reading)));
        events.addAll(ending(question, outcome, 0, screened.language(),
                outcome == AnswerOutcome.ABUSE_ENDED ? screened.again() : screened.reply(),
                helpful.map(reading -> explanation.from(reading, 0)).orElse(explanation)));
        return events;
    }

    /**
     * A card in the citizen's language; the Swedish pages that were found stand with it.
     *
     * @param near whether those pages may be about the question; if not, they are left out
     */
    List<AnswerEvent> foreign(Turn turn, Reading reading, boolean near) {
        List<AnswerEvent> events = new ArrayList<>();
        events.add(near
                ? sources(reading)
                : new AnswerEvent.Released(new ConversationEvent.SourcesFound(List.of())));
        events.addAll(card(turn, reading, 0, AnswerOutcome.NOT_ANSWERED_LANGUAGE, near));
        return events;
    }

    /** The card, after the sources. */
    List<AnswerEvent> card(Turn turn, Reading reading, double confidence, AnswerOutcome outcome,
            boolean near) {
        Question question = turn.question();
        return ending(question, outcome, confidence, question.language(),
                texts.languageCard(question.language(), near),
                explanation(question, outcome, reading, confidence).spoken("", turn.use().calls(),
                        Checks.NONE));
    }

    /** Whether anything can be said in a language. */
    boolean speaks(String language) {
        return texts.card(language).isPresent();
    }

    /** After the sources: the quotation in the citizen's language, as far as its translation holds. */
    List<AnswerEvent> translated(Turn turn, Reading reading, double confidence, Speech speech,
            Translated answer) {
        Question question = turn.question();
        String language = question.language();
        AnswerOutcome outcome = answer.isTranslated()
                ? AnswerOutcome.ANSWERED_TRANSLATED
                : AnswerOutcome.ANSWERED_IN_SWEDISH;
        LanguageCard card = texts.card(language).orElseThrow();
        List<AnswerEvent> events = new ArrayList<>();
        events.add(new AnswerEvent.Released(new TextReleased(
                answer.isTranslated() ? card.machineTranslation() : card.inSwedish(), List.of(), language,
                null, null)));
        answer.lines().forEach(line -> events.add(released(reading, line, language)));
        events.addAll(ending(question, outcome, confidence, language, List.of(),
                explanation(question, outcome, reading, confidence).spoken(
                        speech.voice() + (answer.isTranslated() ? "+translated" : ""), turn.use().calls(),
                        speech.checks())));
        return events;
    }

    private static AnswerEvent released(Reading reading, Translated.Line line, String language) {
        String text = line.text();
        SpokenSentence swedish = line.swedish();
        List<Citation> sources = List.of(citation(reading, swedish.source()));
        return new AnswerEvent.Released(text == null
                ? new TextReleased(swedish.text(), sources, SWEDISH, null, null)
                : new TextReleased(text, sources, language, true, swedish.text()));
    }

    static Citation citation(Passage source) {
        return new Citation(source.page(), source.heading(), source.url());
    }

    /** With the version of the page that the search read. */
    private static Citation citation(Reading reading, Passage source) {
        String digest = reading.retrieval().digests().get(source.page());
        return new Citation(source.page(), source.heading(), source.url(),
                digest == null ? null : Page.revision(digest));
    }

    List<AnswerEvent> choices(Question question, Reading reading, Verdict.AskWhich verdict) {
        AnswerOutcome outcome = AnswerOutcome.CLARIFICATION_ASKED;
        List<AnswerEvent> events = new ArrayList<>();
        events.add(new AnswerEvent.Released(new TextReleased(texts.replies().clarify(), List.of())));
        events.add(new AnswerEvent.Released(texts.choices(verdict.pages())));
        events.addAll(ending(question, outcome, verdict.confidence(), question.language(), List.of(),
                explanation(question, outcome, reading, verdict.confidence())));
        return events;
    }

    List<AnswerEvent> answered(Turn turn, Reading reading, double confidence, Speech speech) {
        Question question = turn.question();
        return ending(question, AnswerOutcome.ANSWERED, confidence, question.language(), List.of(),
                explanation(question, AnswerOutcome.ANSWERED, reading, confidence)
                        .spoken(speech.voice(), turn.use().calls(), speech.checks()));
    }

    List<AnswerEvent> notGrounded(Turn turn, Reading reading, double confidence, Speech speech) {
        Question question = turn.question();
        AnswerOutcome outcome = speech.checks().removed().isEmpty()
                ? AnswerOutcome.NOT_ANSWERED_LOW_CONFIDENCE
                : AnswerOutcome.NOT_ANSWERED_NOT_GROUNDED;
        return ending(question, outcome, confidence, question.language(),
                List.of(texts.replies().lowConfidence()),
                explanation(question, outcome, reading, confidence).spoken(speech.voice(),
                        turn.use().calls(), speech.checks()));
    }

    /** A person looks at it first; in another language than the pages' there is the card. */
    List<AnswerEvent> withheld(Turn turn, Reading reading, double confidence, Speech speech,
            Withheld answer) {
        Question question = turn.question();
        String language = question.language();
        return ending(question, answer.outcome(), confidence, language,
                answer.release() == Release.SHADOW
                        ? said(question, texts.replies().topicOff(), false)
                        : said(question, texts.replies().reviewedFirst(), true),
                explanation(question, answer.outcome(), reading, confidence)
                        .spoken(speech.voice(), turn.use().calls(), speech.checks()).withholding(answer));
    }

    /** The operators have switched the assistant off: nothing was searched. */
    List<AnswerEvent> switchedOff(Question question) {
        AnswerOutcome outcome = AnswerOutcome.NOT_ANSWERED_SWITCHED_OFF;
        return ending(question, outcome, 0, question.language(),
                said(question, texts.replies().switchedOff(), false), explanation(question, outcome));
    }

    /**
     * The pages that were found, and no word from them.
     *
     * @param near whether they may be about the question; if not, they are left out
     */
    List<AnswerEvent> pagesAlone(Turn turn, Reading reading, boolean near, AnswerOutcome outcome) {
        Question question = turn.question();
        List<AnswerEvent> events = new ArrayList<>();
        events.add(near
                ? sources(reading)
                : new AnswerEvent.Released(new ConversationEvent.SourcesFound(List.of())));
        events.addAll(ending(question, outcome, 0, question.language(),
                said(question, near ? texts.replies().searchOnly() : texts.replies().switchedOff(), near),
                explanation(question, outcome, reading, 0)));
        return events;
    }

    private List<String> said(Question question, String swedish, boolean pages) {
        return question.language().equals(SWEDISH)
                ? List.of(swedish)
                : texts.languageCard(question.language(), pages);
    }

    /** An outcome with its own fixed reply. */
    List<AnswerEvent> fixed(Question question, Reading reading, double confidence, AnswerOutcome outcome) {
        Replies replies = texts.replies();
        return fixed(question, reading, confidence, outcome, switch (outcome) {
            case NOT_ANSWERED_NO_EVIDENCE -> replies.noAnswer();
            case NOT_ANSWERED_STILL_UNCLEAR -> replies.stillUnclear();
            default -> replies.lowConfidence();
        });
    }

    List<AnswerEvent> fixed(Question question, Reading reading, double confidence, AnswerOutcome outcome,
            String reply) {
        return ending(question, outcome, confidence, question.language(), List.of(reply),
                explanation(question, outcome, reading, confidence));
    }

    List<AnswerEvent> failed(Question question, AnswerOutcome outcome) {
        return ending(question, outcome, 0, question.language(), List.of(texts.replies().failed()),
                explanation(question, outcome));
    }

    private Explanation explanation(Question question, AnswerOutcome outcome) {
        return Explanation.of(question, outcome, thresholds.apply(Evidence.NONE));
    }

    private Explanation explanation(Question question, AnswerOutcome outcome, Reading reading,
            double confidence) {
        return Explanation.of(question, outcome, thresholds.apply(reading.retrieval().evidence()))
                .from(reading, confidence);
    }

    /** Every ending offers a person, but those that need none ({@link AnswerOutcome#offersPerson}). */
    private List<AnswerEvent> ending(Question question, AnswerOutcome outcome, double confidence,
            String language,
            List<String> replies, Explanation explanation) {
        List<AnswerEvent> events = new ArrayList<>();
        for (String reply : replies) {
            events.add(new AnswerEvent.Released(new TextReleased(reply, List.of())));
        }
        if (outcome.offersPerson()) {
            events.add(new AnswerEvent.Released(texts.handover(outcome, language)));
        }
        events.add(new AnswerEvent.Finished(
                new ConversationEvent.Completed(outcome.kind(), outcome, question.number(), confidence),
                explanation));
        return events;
    }
}
