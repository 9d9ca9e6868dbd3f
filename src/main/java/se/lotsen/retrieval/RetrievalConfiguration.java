package se.lotsen.retrieval;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import se.lotsen.embedding.Embeddings;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.LibraryChanged;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetrievalProperties.class)
class RetrievalConfiguration {
    /** How long a backend that was too slow for one question is not asked by another. */
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    @Bean
    PassageIndex passageIndex(RetrievalProperties properties,
            @Value("${lotsen.data-dir:data}") Path dataDir) {
        return properties.storage() == RetrievalProperties.Storage.MEMORY
                ? PassageIndex.inMemory()
                : PassageIndex.open(dataDir.resolve("index"));
    }

    @Bean
    Search search(PassageIndex index, RetrievalProperties properties, ObjectProvider<Embeddings> embeddings,
            ObjectProvider<MeaningWeights> weights, Clock clock) {
        Embeddings backend = properties.wordsOnly() ? null : embeddings.getIfAvailable();
        return backend == null
                ? new Search(new ByWords(index), EmbeddingUpkeep.none())
                : Search.withMeaning(index, backend, weights.getIfAvailable(() -> MeaningWeights.LABORATORY),
                        properties.questionDeadline(), clock);
    }

    @Bean
    @Primary
    Retriever retriever(Search search) {
        return search.retriever();
    }

    @Bean
    EmbeddingUpkeep embeddingUpkeep(Search search) {
        return search.upkeep();
    }

    @Bean
    DraftSearch draftSearch(RetrievalProperties properties, ObjectProvider<Embeddings> embeddings,
            ObjectProvider<MeaningWeights> weights) {
        return new DraftSearch(properties.wordsOnly() ? null : embeddings.getIfAvailable(),
                weights.getIfAvailable(() -> MeaningWeights.LABORATORY));
    }

    @Bean
    IndexUpdates indexUpdates(PassageIndex index, KnowledgeWatch watch, KnowledgeFolder folder,
            EmbeddingUpkeep upkeep) {
        return new IndexUpdates(index, watch.library(), folder, upkeep);
    }

    /** Words alone. */
    private record ByWords(PassageIndex index) implements Retriever {
        @Override
        public Retrieval retrieve(String question, String language) {
            return index.retrieve(question);
        }

        @Override
        public Retrieval retrieveWithin(String question, String page) {
            return index.retrieveWithin(question, page);
        }
    }

    /** How questions are searched, and what keeps their vectors. */
    record Search(Retriever retriever, EmbeddingUpkeep upkeep) {
        static Search withMeaning(PassageIndex index, Embeddings embeddings, MeaningWeights weights,
                Duration deadline, Clock clock) {
            VectorIndex vectors = new VectorIndex(index);
            return new Search(
                    new FusedRetriever(index, vectors, new QuestionVectors(embeddings, deadline, REST),
                            weights),
                    new EmbeddingUpkeep(new PageEmbedder(vectors, embeddings), embeddings.model(), clock,
                            FIRST_PAUSE, LONGEST_PAUSE));
        }
    }

    /** Keeps the index what the knowledge base is. */
    static final class IndexUpdates {
        private static final Logger log = LoggerFactory.getLogger(IndexUpdates.class);

        private final PassageIndex index;
        private final KnowledgeFolder folder;
        private final EmbeddingUpkeep upkeep;

        IndexUpdates(PassageIndex index, Library library, KnowledgeFolder folder, EmbeddingUpkeep upkeep) {
            this.index = index;
            this.folder = folder;
            this.upkeep = upkeep;
            useSynonyms();
            update(library);
        }

        @EventListener
        void pages(LibraryChanged changed) {
            update(changed.library());
        }

        @EventListener
        void files(KnowledgeFilesChanged changed) {
            if (changed.files().contains(Synonyms.FILE)) {
                useSynonyms();
            }
        }

        private void update(Library library) {
            List<IndexedPage> pages = library.pages().values().stream().map(IndexedPage::of).toList();
            IndexReport report = index.update(pages);
            log.info("Index: {} pages updated, {} unchanged, {} removed, {} passages", report.updated(),
                    report.unchanged(), report.removed(), report.passages());
            upkeep.changed(pages, SeedQuestions.read(folder, pages));
        }

        /** The list is a help for editors; without it, or with a broken one, questions are answered all the same. */
        private void useSynonyms() {
            FindingText text = new FindingText();
            Synonyms.read(folder, finding -> log.warn("{}", text.of(finding))).ifPresent(index::useSynonyms);
        }
    }
}
