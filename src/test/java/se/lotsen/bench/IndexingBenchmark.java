package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.retrieval.RawIndexing;

/** How fast pages become searchable and durable, from their files on, beside bare index writers over the same text. */
final class IndexingBenchmark {
    private final Report report;
    private final BenchSettings settings;

    IndexingBenchmark(Report report, BenchSettings settings) {
        this.report = report;
        this.settings = settings;
    }

    private interface Build {
        void into(Path folder) throws IOException;
    }

    /** Builds the large index, once. */
    void whole(Path large, Path index) throws IOException {
        report.section("P5  index, from Markdown files to searchable and durable");
        Series whole = new Series();
        whole.add(seconds(target -> build(large, target), index));
        report.figure("%d passages, once".formatted(settings.passages()), whole, 1, "s");
    }

    /** Holds the building of one small part of the large knowledge base against bare writers, again and again. */
    void compare(Path smaller) throws IOException {
        KnowledgeFolder folder = new KnowledgeFolder(smaller);
        List<IndexedPage> pages = pages(folder);
        int passages = pages.stream().mapToInt(page -> page.passages().size()).sum();
        Series ours = new Series();
        Series overStems = new Series();
        Series overSame = new Series();
        Series pagesASecond = new Series();
        for (int i = -1; i < settings.rounds(); i++) {
            double a = seconds(target -> build(smaller, target), fresh("ours", i));
            double b = seconds(target -> RawIndexing.stems(target, pages), fresh("stems", i));
            double c = seconds(target -> RawIndexing.sameDocuments(target, pages), fresh("same", i));
            if (i >= 0) {
                ours.add(passages / a);
                pagesASecond.add(pages.size() / a);
                overStems.add(b / a);
                overSame.add(c / a);
            }
        }
        report.note("%d pages, %d passages a round".formatted(pages.size(), passages));
        report.figure("pages", pagesASecond, 0, "/s");
        report.figure("passages", ours, 0, "/s");
        report.atLeast("speed over a bare writer of one stemmed field", overStems, 2, "x", 0.4);
        report.figure("speed over a bare writer of the same documents", overSame, 2, "x");
    }

    private static void build(Path knowledge, Path target) {
        try (PassageIndex index = PassageIndex.open(target)) {
            index.update(pages(new KnowledgeFolder(knowledge)));
        }
    }

    private static List<IndexedPage> pages(KnowledgeFolder folder) {
        return Library.read(folder).pages().values().stream().map(IndexedPage::of).toList();
    }

    private Path fresh(String name, int round) {
        return settings.work().resolve("index-" + name + round);
    }

    private static double seconds(Build build, Path folder) throws IOException {
        Files.createDirectories(folder);
        long begin = System.nanoTime();
        build.into(folder);
        return (System.nanoTime() - begin) / 1e9;
    }
}
