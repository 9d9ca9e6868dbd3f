package se.lotsen.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * The two readings of Swedish text: whole words as Snowball stems, and within-word 4-grams, which find compounds,
 * misspellings and words written apart. Both are folded to ASCII after that, so that {@code oppettider} finds
 * {@code öppettider}. Chosen by measurement over stop lists, Hunspell, decompounders and other gram sizes; see
 * docs/adr/0004-swedish-analysis.md.
 */
final class SwedishAnalysis {
    /** Changes when an index made with an earlier version of these rules must be made anew. */
    static final String VERSION = "2";

    /** The pages' language (BCP 47). */
    static final String LANGUAGE = "sv";

    private static final int GRAM = 4;
    private static final CharArraySet STOP_WORDS = stopWords();

    static final Analyzer STEMS = new Stems(null);
    static final Analyzer GRAMS = new Grams();
    /** Words as typed, folded, one for each stem. */
    static final Analyzer WORDS = new Words();

    private SwedishAnalysis() {
    }

    /** Stems with the synonyms of an editor's list beside them; a broken list is refused with the parser's message. */
    static Analyzer stemsWithSynonyms(String solrFormat) throws ParseException {
        try {
            SolrSynonymParser parser = new SolrSynonymParser(true, true, STEMS);
            parser.parse(new StringReader(solrFormat));
            SynonymMap map = parser.build();
            return new Stems(map.fst == null ? null : map);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each token in order, and whether it is a synonym that an editor's list has added. */
    static void tokens(Analyzer analyzer, String text, BiConsumer<String, Boolean> tokenAndIsSynonym) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokenAndIsSynonym.accept(term.toString(),
                        SynonymGraphFilter.TYPE_SYNONYM.equals(type.type()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each distinct token with its count. */
    static Map<String, Integer> counts(Analyzer analyzer, String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tokens(analyzer, text, (token, synonym) -> counts.merge(token, 1, Integer::sum));
        return counts;
    }

    private static CharArraySet stopWords() {
        CharArraySet words = new CharArraySet(SwedishAnalyzer.getDefaultStopSet(), true);
        try (InputStream in = Objects
                .requireNonNull(SwedishAnalysis.class.getResourceAsStream("question-words_sv.txt"))) {
            Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Whoever types without å, ä and ö asks with the same little words.
        List<String> folded = new ArrayList<>();
        for (Object word : words) {
            folded.add(new String((char[]) word).replace('å', 'a').replace('ä', 'a').replace('ö', 'o'));
        }
        words.addAll(folded);
        return CharArraySet.unmodifiableSet(words);
    }

    private static TokenStream words(Tokenizer source) {
        return new StopFilter(new LowerCaseFilter(source), STOP_WORDS);
    }

    private static final class Stems extends Analyzer {
        private final Optional<SynonymMap> synonyms;

        private Stems(@Nullable SynonymMap synonyms) {
            this.synonyms = Optional.ofNullable(synonyms);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream stems = new ASCIIFoldingFilter(
                    new SnowballFilter(words(source), new SwedishStemmer()));
            return new TokenStreamComponents(source,
                    synonyms.<TokenStream>map(map -> new SynonymGraphFilter(stems, map, true)).orElse(stems));
        }
    }

    /** The 4-grams that {@link #GRAMS} makes of one folded word: its parts, and the word itself unless it is one. */
    static List<String> grams(String word) {
        int[] letters = word.codePoints().toArray();
        List<String> grams = new ArrayList<>();
        for (int start = 0; start + GRAM <= letters.length; start++) {
            grams.add(new String(letters, start, GRAM));
        }
        if (letters.length != GRAM) {
            grams.add(word);
        }
        return grams;
    }

    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            return new TokenStreamComponents(source, new ASCIIFoldingFilter(words(source)));
        }
    }

    private static final class Grams extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(words(source));
            return new TokenStreamComponents(source, new NGramTokenFilter(folded, GRAM, GRAM, true));
        }
    }
}
