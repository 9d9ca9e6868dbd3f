package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;

/**
 * A large knowledge base: the sample pages again and again, each time with a quarter of their words drawn anew, and
 * questions from the pages' phrasings and the golden questions, a little disturbed.
 *
 * @param folder where it lies
 * @param questions to be asked
 */
record SyntheticKnowledge(Path folder, List<String> questions) {
    private static final double SHARE_OF_PAGES = 0.25;
    private static final double SHARE_OF_QUESTIONS = 0.1;

    /** A tenth of it, as a folder of its own. */
    Path smallerPart() throws IOException {
        Path part = folder.resolveSibling("knowledge-part");
        try (Stream<Path> copies = Files.list(folder.resolve("pages"))) {
            for (Path copy : copies.filter(path -> Integer.parseInt(path.getFileName().toString()) % 10 == 0)
                    .toList()) {
                Path target = part.resolve("pages").resolve(copy.getFileName());
                Files.createDirectories(target);
                try (Stream<Path> pages = Files.list(copy)) {
                    for (Path page : pages.toList()) {
                        Files.copy(page, target.resolve(page.getFileName()));
                    }
                }
            }
        }
        return part;
    }

    static SyntheticKnowledge write(BenchSettings settings) throws IOException {
        RandomGenerator random = new Random(settings.seed());
        Library sample = Library.read(new KnowledgeFolder(settings.knowledge()));
        List<Page> pages = List.copyOf(sample.pages().values());
        List<String> texts = new ArrayList<>();
        for (Page page : pages) {
            texts.add(Files.readString(settings.knowledge().resolve(page.file())));
        }
        Vocabulary vocabulary = Vocabulary.of(pages.stream().map(Page::markdown).toList(), random);
        Path folder = settings.work().resolve("knowledge");
        copyAllButPages(settings.knowledge(), folder);
        int passages = 0;
        for (int copy = 0; passages < settings.passages(); copy++) {
            for (int i = 0; i < pages.size() && passages < settings.passages(); i++) {
                passages += pages.get(i).passages().size();
                String id = copy == 0 ? pages.get(i).id() : pages.get(i).id() + "-" + copy;
                Path file = folder.resolve("pages/" + copy + "/" + id + ".md");
                Files.createDirectories(file.getParent());
                Files.writeString(file,
                        copy == 0 ? texts.get(i) : again(texts.get(i), id, vocabulary, random));
            }
        }
        return new SyntheticKnowledge(folder, questions(settings, pages, vocabulary, random));
    }

    /** The page under another id, with other words in its title, its questions and its body. */
    private static String again(String page, String id, Vocabulary vocabulary, RandomGenerator random) {
        StringBuilder again = new StringBuilder();
        int borders = 0;
        for (String line : (Iterable<String>) page.lines()::iterator) {
            borders += line.equals("---") ? 1 : 0;
            if (borders >= 2 || line.startsWith("  - ")) {
                again.append(vocabulary.disturb(line, SHARE_OF_PAGES, random));
            } else if (line.startsWith("title: ")) {
                again.append("title: ")
                        .append(vocabulary.disturb(line.substring(7), SHARE_OF_PAGES, random));
            } else {
                again.append(line.startsWith("id: ") ? "id: " + id : line);
            }
            again.append('\n');
        }
        return again.toString();
    }

    private static List<String> questions(BenchSettings settings, List<Page> pages, Vocabulary vocabulary,
            RandomGenerator random) throws IOException {
        List<String> all = new ArrayList<>();
        pages.forEach(page -> all.addAll(page.metadata().phrasings()));
        Files.readAllLines(settings.knowledge().resolve("golden-questions.tsv")).stream().skip(1)
                .map(line -> line.split("\t"))
                .filter(cells -> cells.length > 4 && cells[1].equals("sv"))
                .forEach(cells -> all.add(cells[4]));
        Collections.shuffle(all, new Random(settings.seed()));
        return all.stream().limit(settings.questions())
                .map(question -> vocabulary.disturb(question, SHARE_OF_QUESTIONS, random))
                .toList();
    }

    private static void copyAllButPages(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("pages"))).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
