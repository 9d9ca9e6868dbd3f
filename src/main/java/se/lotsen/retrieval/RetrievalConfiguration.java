package se.lotsen.retrieval;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.LibraryChanged;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetrievalProperties.class)
class RetrievalConfiguration {

    @Bean
    PassageIndex passageIndex(RetrievalProperties properties,
            @Value("${lotsen.data-dir:data}") Path dataDir) {
        return properties.storage() == RetrievalProperties.Storage.MEMORY
                ? PassageIndex.inMemory()
                : PassageIndex.open(dataDir.resolve("index"));
    }

    @Bean
    IndexUpdates indexUpdates(PassageIndex index, KnowledgeWatch watch, KnowledgeFolder folder) {
        return new IndexUpdates(index, watch.library(), folder);
    }

    /** Keeps the index what the knowledge base is. */
    static final class IndexUpdates {
        private static final Logger log = LoggerFactory.getLogger(IndexUpdates.class);

        private final PassageIndex index;
        private final KnowledgeFolder folder;

        IndexUpdates(PassageIndex index, Library library, KnowledgeFolder folder) {
            this.index = index;
            this.folder = folder;
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
        }

        /** The list is a help for editors; without it, or with a broken one, questions are answered all the same. */
        private void useSynonyms() {
            FindingText text = new FindingText();
            Synonyms.read(folder, finding -> log.warn("{}", text.of(finding))).ifPresent(index::useSynonyms);
        }
    }
}
