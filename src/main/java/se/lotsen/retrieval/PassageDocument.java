package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import se.lotsen.knowledge.Passage;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passage as a Lucene document. The passage itself is stored whole, so that an answer is made of exactly what was
 * searched even while its page is being replaced.
 */
final class PassageDocument {
    static final String PAGE = "page";
    static final String DIGEST = "digest";
    static final String PASSAGE = "passage";
    static final String PHRASING = "phrasing";
    static final String ALL_STEMS = "all.stems";
    static final String ALL_GRAMS = "all.grams";
    static final String QUESTION_STEMS = "question.stems";
    static final String QUESTION_GRAMS = "question.grams";

    /** How often questions and headings count in the catch-all field. */
    private static final int EMPHASIS = 3;

    /** The id of the model that the passage's vector is of. */
    static final String MODEL = "model";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FieldType SEARCHED = searched();

    private PassageDocument() {
    }

    static List<Document> of(IndexedPage page) {
        List<Document> documents = new ArrayList<>();
        for (Passage passage : page.passages()) {
            documents.add(of(page, passage));
        }
        return documents;
    }

    /** The same with a vector for each passage. */
    static List<Document> of(IndexedPage page, String model, List<float[]> vectors) {
        List<Document> documents = of(page);
        for (int i = 0; i < documents.size(); i++) {
            documents.get(i).add(new StoredField(MODEL, model));
            documents.get(i).add(new KnnFloatVectorField(vectorField(model), vectors.get(i),
                    VectorSimilarityFunction.DOT_PRODUCT));
        }
        return documents;
    }

    /** Each model has a field of its own: Lucene keeps one dimension for a field as long as the index lives. */
    static String vectorField(String model) {
        return "vector " + model;
    }

    /** What of a passage is put into its vector: its title and headings say what its words are about. */
    static String embedded(Passage passage) {
        return passage.pageTitle() + "\n"
                + passage.headings().stream().map(heading -> heading + "\n").collect(Collectors.joining())
                + passage.text();
    }

    private static Document of(IndexedPage page, Passage passage) {
        Document document = new Document();
        document.add(new StringField(PAGE, page.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(PAGE, new BytesRef(page.id())));
        document.add(new StoredField(DIGEST, page.digest()));
        document.add(new StoredField(PASSAGE, JSON.writeValueAsString(passage)));
        page.questions().forEach(question -> document.add(new StoredField(PHRASING, stems(question))));
        add(document, ALL_STEMS, ALL_GRAMS, catchAll(page, passage));
        add(document, QUESTION_STEMS, QUESTION_GRAMS, String.join("\n", questions(page, passage)));
        return document;
    }

    private static String catchAll(IndexedPage page, Passage passage) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < EMPHASIS; i++) {
            if (passage.equals(page.passages().getFirst())) {
                page.questions().forEach(question -> all.append(question).append('\n'));
            }
            all.append(passage.pageTitle()).append('\n');
            passage.headings().forEach(heading -> all.append(heading).append('\n'));
        }
        return all.append(passage.text()).toString();
    }

    private static void add(Document document, String stems, String grams, String text) {
        if (!text.isBlank()) {
            document.add(new Field(stems, text, SEARCHED));
            document.add(new Field(grams, text, SEARCHED));
        }
    }

    /**
     * The page's own questions count for each of its passages, so that the passage's own words decide between them; in the
     * catch-all field, where they would drown those words, they stand with the first one alone.
     */
    private static List<String> questions(IndexedPage page, Passage passage) {
        List<String> questions = new ArrayList<>(page.questions());
        passage.headings().stream().filter(heading -> heading.endsWith("?")).forEach(questions::add);
        return questions;
    }

    private static String stems(String question) {
        List<String> stems = new ArrayList<>();
        SwedishAnalysis.tokens(SwedishAnalysis.STEMS, question, (token, synonym) -> stems.add(token));
        return String.join(" ", stems);
    }

    /** The page's questions and phrasings, each as stems separated by spaces. */
    static List<String> phrasings(Document stored) {
        return List.of(stored.getValues(PHRASING));
    }

    static Passage passage(Document stored) {
        return JSON.readValue(stored.get(PASSAGE), Passage.class);
    }

    private static FieldType searched() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setStored(false);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
