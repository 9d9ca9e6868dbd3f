package se.lotsen.languagemodel.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.AskedWords;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class ExtractiveVoiceTests {
    /** About 120 words; a list that is said whole may be somewhat longer. */
    private static final int LONGEST = 150;

    private final ExtractiveVoice voice = new ExtractiveVoice();

    @Test
    void keepsAnExceptionBesideItsRule() {
        Passage passage = aPassage("bygglov").paragraph("En altan kräver inte bygglov.",
                "Det gäller inte om huset ligger i en kulturmiljö.", "Vi svarar på frågor varje vardag.")
                .paragraph("Rivning anmäler du till oss.").build();
        assertThat(texts(say("kräver en altan bygglov", passage))).containsSubsequence(
                "En altan kräver inte bygglov.", "Det gäller inte om huset ligger i en kulturmiljö.");
    }

    @Test
    void keepsADeadlineAndALimitBesideTheirRule() {
        Passage passage = aPassage("bidrag").paragraph("Föreningar kan söka bidrag till läger.",
                "Ansökan ska ha kommit in senast den 1 mars.", "Bidraget är högst 5 000 kronor.").build();
        assertThat(texts(say("kan vår förening söka bidrag till läger", passage))).contains(
                "Ansökan ska ha kommit in senast den 1 mars.", "Bidraget är högst 5 000 kronor.");
    }

    @Test
    void doesNotBeginWithASentenceThatLeansOnTheOneBefore() {
        Passage passage = aPassage("simhall").paragraph("Familjekortet gäller två vuxna.",
                "Det kostar 900 kronor per säsong.").build();
        assertThat(texts(say("vad kostar säsong", passage))).startsWith("Familjekortet gäller två vuxna.",
                "Det kostar 900 kronor per säsong.");
    }

    @Test
    void aTableRowCanBeTheAnswer() {
        Passage passage = aPassage("bygglov").under("Vad kostar bygglovet?")
                .paragraph("Avgiften beror på vad du ska bygga.")
                .table("Nytt enbostadshus: 32 400 kronor", "Mur eller plank: 5 900 kronor",
                        "Rivningslov: 5 400 kronor", "Förhandsbesked: 11 500 kronor",
                        "Strandskydd: 9 000 kronor", "Marklov: 6 100 kronor", "Skylt: 3 700 kronor")
                .build();
        List<String> said = texts(say("vad kostar bygglov för skylt", passage));
        assertThat(said).contains("Skylt: 3 700 kronor").hasSizeLessThan(8);
    }

    @Test
    void aListIsSaidWithWhatLeadsIntoIt() {
        Passage passage = aPassage("tippen").paragraph("Du får lämna:").list("grovavfall", "trädgårdsavfall")
                .paragraph("Kortet får du på plats.").build();
        assertThat(texts(say("får man lämna trädgårdsavfall", passage))).containsSubsequence("Du får lämna:",
                "grovavfall", "trädgårdsavfall");
    }

    @Test
    void aSentenceThatPointsBackIsSaidWithWhatItPointsTo() {
        Passage passage = aPassage("belastning")
                .paragraph("Den som arbetar med barn visar ett utdrag ur registret.",
                        "Beställ det hos Polisen genast efter beskedet.")
                .build();
        assertThat(texts(say("polisen", passage))).containsExactly(
                "Den som arbetar med barn visar ett utdrag ur registret.",
                "Beställ det hos Polisen genast efter beskedet.");
    }

    @Test
    void theSectionThatSpeaksOfTheQuestionIsPreferredToTheLead() {
        Passage lead = aPassage("fritidshem").paragraph("Platsen på fritidshem kostar högst 1 200 kronor.")
                .build();
        Passage section = aPassage("fritidshem").under("Vem får plats?")
                .paragraph("Plats finns till det år barnet fyller 13 år.").build();
        List<SpokenSentence> said = say("till vilken ålder får barnet ha plats", lead, section);
        assertThat(said.getFirst().source()).isEqualTo(section);
    }

    @Test
    void aQuestionOfTimeIsAnsweredWithATime() {
        Passage passage = aPassage("anmälan").under("Handläggning")
                .paragraph("Anmälan lämnas av den som bygger.", "Anmälan får du svar på inom fyra veckor.")
                .build();
        assertThat(texts(say("hur lang tid tar anmälan", passage)))
                .contains("Anmälan får du svar på inom fyra veckor.");
    }

    @Test
    void saysEachStatementOnceWithThePassageThatHoldsIt() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        List<Page> pages = List.copyOf(Library.read(KnowledgeFiles.shipped()).pages().values());
        for (int i = 0; i < 400; i++) {
            Page page = random.oneOf(pages);
            String question = random.below(3) == 0
                    ? texts.question()
                    : random.oneOf(page.metadata().phrasings());
            List<SpokenSentence> said = say(question, page.passages().toArray(Passage[]::new));
            String as = random + ", " + page.id() + ": " + question;
            assertThat(said).as(as).isNotEmpty().doesNotHaveDuplicates();
            assertThat(said).as(as).allMatch(sentence -> page.passages().contains(sentence.source())
                    && sentence.source().statements().stream().map(Statement::text)
                            .anyMatch(sentence.text()::equals));
            assertThat(words(said)).as(as).isLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void whereNoWordOfTheQuestionIsKnownTheBestPassageIsSaid() {
        Passage best = aPassage("a").paragraph("Bästa stycket.", "Ännu en mening.").build();
        Passage other = aPassage("a").under("Annat").paragraph("Sämre stycket.").build();
        List<SpokenSentence> said = say("xyzzy", new LiteralWords(List.of("xyzzy")), best, other);
        assertThat(said).isNotEmpty();
        assertThat(said.getFirst()).isEqualTo(new SpokenSentence("Bästa stycket.", best));
    }

    @Test
    void saysTheSameEachTimeItIsAsked() {
        Passage passage = aPassage("a").paragraph("Ett kostar 5 kronor.", "Två kostar 6 kronor.").build();
        assertThat(say("vad kostar två", passage)).isEqualTo(say("vad kostar två", passage));
    }

    @Test
    void hasAStableName() {
        assertThat(voice.name()).isEqualTo("extractive");
    }

    private List<SpokenSentence> say(String question, Passage... passages) {
        return say(question, new LiteralWords(List.of(question.toLowerCase(Locale.ROOT).split("\\W+"))),
                passages);
    }

    /** Each word weighs the same and is held where the text contains it letter by letter. */
    private record LiteralWords(List<String> asked) implements AskedWords {
        @Override
        public double[] weights() {
            return asked.stream().mapToDouble(word -> 1).toArray();
        }

        @Override
        public double[] strengths(String text) {
            return asked.stream().mapToDouble(word -> text.toLowerCase(Locale.ROOT).contains(word) ? 1 : 0)
                    .toArray();
        }
    }

    private List<SpokenSentence> say(String question, AskedWords words, Passage... passages) {
        List<VoiceRequest.RankedText> ranked = new ArrayList<>();
        for (Passage passage : passages) {
            ranked.add(new VoiceRequest.RankedText(passage, 1.0 / (1 + ranked.size())));
        }
        return Objects.requireNonNull(
                voice.speak(new VoiceRequest(masked(question), ranked, words)).collectList().block());
    }

    private static List<String> texts(List<SpokenSentence> said) {
        return said.stream().map(SpokenSentence::text).toList();
    }

    private static int words(List<SpokenSentence> said) {
        return Arrays.stream(texts(said).stream().collect(Collectors.joining(" ")).split("\\s+")).toList()
                .size();
    }
}
