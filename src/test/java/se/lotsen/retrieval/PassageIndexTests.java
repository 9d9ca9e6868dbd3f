package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Passage;

class PassageIndexTests {
    private static final int PASSAGES = 5;
    private static final List<IndexedPage> TWO = List.of(page("a", 1), page("b", 1));
    private static final int READERS = 4;
    private static final int UPDATES = 25;

    @TempDir
    Path folder;

    @Test
    void skipsPagesWithAnUnchangedDigest() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            assertThat(index.update(TWO)).isEqualTo(new IndexReport(2, 0, 0, 2 * PASSAGES));
            assertThat(index.update(TWO)).isEqualTo(new IndexReport(0, 2, 0, 2 * PASSAGES));
            assertThat(index.update(List.of(page("a", 2), page("b", 1))))
                    .isEqualTo(new IndexReport(1, 1, 0, 2 * PASSAGES));
            assertThat(digests(index)).isEqualTo(Map.of("a", "2", "b", "1"));
        }
    }

    @Test
    void forgetsRemovedPages() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(TWO);
            assertThat(index.update(List.of(page("b", 1)))).isEqualTo(new IndexReport(0, 1, 1, PASSAGES));
            assertThat(digests(index)).isEqualTo(Map.of("b", "1"));
            assertThat(index.update(List.of())).isEqualTo(new IndexReport(0, 0, 1, 0));
            assertThat(index.retrieve("gemensam").pages()).isEmpty();
        }
    }

    @Test
    void scoresDependOnThePagesNotOnTheirHistory() {
        try (PassageIndex fresh = PassageIndex.inMemory(); PassageIndex old = PassageIndex.inMemory()) {
            fresh.update(TWO);
            old.update(List.of(page("c", 1), page("a", 7), page("b", 7)));
            old.update(List.of(page("a", 1), page("b", 3)));
            assertThat(old.update(TWO)).isEqualTo(new IndexReport(1, 1, 0, 2 * PASSAGES));
            assertThat(scores(old)).isEqualTo(scores(fresh));
        }
    }

    @Test
    void readersSeeAWholeUpdateOrNothingOfIt() throws InterruptedException, ExecutionException {
        try (PassageIndex index = PassageIndex.inMemory();
                ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            index.update(TWO);
            AtomicBoolean done = new AtomicBoolean();
            CountDownLatch reading = new CountDownLatch(READERS);
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reads.add(readers.submit(read(index, reading, done)));
            }
            reading.await();
            for (int version = 2; version < UPDATES; version++) {
                index.update(List.of(page("a", version), page("b", version)));
            }
            done.set(true);
            for (Future<Integer> read : reads) {
                assertThat(read.get()).isPositive();
            }
        }
    }

    /** Every retrieval shows all passages of the first page, of one version, and the other page in the same version. */
    private static Callable<Integer> read(PassageIndex index, CountDownLatch reading, AtomicBoolean done) {
        return () -> {
            int count = 0;
            do {
                Retrieval retrieval = index.retrieve("gemensam");
                assertThat(retrieval.pages()).hasSize(2);
                assertThat(retrieval.passagesOf(retrieval.pages().getFirst().page())).hasSize(PASSAGES);
                assertThat(
                        retrieval.passages().stream().map(RankedPassage::digest).collect(Collectors.toSet()))
                        .hasSize(1);
                assertThat(retrieval.passages()).allSatisfy(ranked -> assertThat(ranked.passage().text())
                        .contains("version" + ranked.digest()));
                count++;
                reading.countDown();
            } while (!done.get());
            return count;
        };
    }

    @Test
    void isReopenedFromDisk() {
        Map<String, Double> before;
        try (PassageIndex index = PassageIndex.open(folder)) {
            index.update(TWO);
            before = scores(index);
        }
        try (PassageIndex index = PassageIndex.open(folder)) {
            assertThat(scores(index)).isEqualTo(before);
            assertThat(index.update(TWO)).isEqualTo(new IndexReport(0, 2, 0, 2 * PASSAGES));
        }
    }

    @Test
    void anyDamagedFileMakesTheIndexAnew() throws IOException {
        Path whole = folder.resolve("whole");
        Map<String, Double> right;
        try (PassageIndex index = PassageIndex.open(whole)) {
            index.update(TWO);
            right = scores(index);
        }
        List<String> names = files(whole);
        assertThat(names).hasSizeGreaterThanOrEqualTo(3);
        for (String name : names) {
            for (Damage damage : Damage.values()) {
                Path copy = copy(whole, folder.resolve(name + "-" + damage));
                damage.to(copy.resolve(name));
                try (PassageIndex index = PassageIndex.open(copy)) {
                    assertThat(index.update(TWO)).as("%s of %s", damage, name)
                            .isEqualTo(new IndexReport(2, 0, 0, 2 * PASSAGES));
                    assertThat(scores(index)).as("%s of %s", damage, name).isEqualTo(right);
                }
            }
        }
    }

    private enum Damage {
        DELETED, EMPTIED, CUT_IN_HALF, CUT_AT_THE_END, TURNED_AT_THE_BEGINNING, TURNED_IN_THE_MIDDLE, LENGTHENED;

        void to(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case DELETED -> Files.delete(file);
                case EMPTIED -> Files.write(file, new byte[0]);
                case CUT_IN_HALF -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case CUT_AT_THE_END -> Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
                case TURNED_AT_THE_BEGINNING -> Files.write(file, turned(bytes, 2));
                case TURNED_IN_THE_MIDDLE -> Files.write(file, turned(bytes, bytes.length / 2));
                case LENGTHENED -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 10));
            }
        }

        private static byte[] turned(byte[] bytes, int at) {
            bytes[at] ^= 0x55;
            return bytes;
        }
    }

    @Test
    void foreignFilesWithoutAnIndexDoNoHarm() throws IOException {
        Files.writeString(folder.resolve("_0.cfs"), "not an index");
        try (PassageIndex index = PassageIndex.open(folder)) {
            assertThat(index.update(TWO).updated()).isEqualTo(2);
        }
    }

    @Test
    void anIndexMadeByOtherRulesIsMadeAnew() throws IOException {
        try (PassageIndex index = PassageIndex.open(folder)) {
            index.update(TWO);
        }
        try (IndexWriter older = olderVersion()) {
            older.commit();
        }
        try (PassageIndex index = PassageIndex.open(folder)) {
            assertThat(index.update(TWO)).isEqualTo(new IndexReport(2, 0, 0, 2 * PASSAGES));
        }
        try (PassageIndex index = PassageIndex.open(folder)) {
            assertThat(index.update(TWO).unchanged()).isEqualTo(2);
        }
    }

    @Test
    void aSecondOpenerIsRefusedAndTheFirstGoesOn() {
        try (PassageIndex first = PassageIndex.open(folder)) {
            first.update(TWO);
            assertThatThrownBy(() -> PassageIndex.open(folder)).isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining(folder.toString()).hasMessageContaining("LOTSEN_DATA_DIR");
            assertThat(first.update(List.of(page("a", 2))).updated()).isEqualTo(1);
            assertThat(digests(first)).isEqualTo(Map.of("a", "2"));
        }
    }

    @Test
    void aSecondOpenerDeletesNothingOfAnIndexThatItWouldMakeAnew() throws IOException {
        try (PassageIndex index = PassageIndex.open(folder)) {
            index.update(TWO);
        }
        try (IndexWriter older = olderVersion()) {
            older.commit();
            List<String> held = files(folder);
            assertThatThrownBy(() -> PassageIndex.open(folder)).isInstanceOf(IndexUnavailable.class);
            assertThat(files(folder)).isEqualTo(held);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> PassageIndex.open(file.resolve("index")))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFaultIsNeverAnEmptyResult() {
        PassageIndex index = PassageIndex.open(folder);
        index.update(TWO);
        index.close();
        assertThatThrownBy(() -> index.retrieve("gemensam")).isInstanceOf(IndexUnavailable.class);
        assertThatThrownBy(() -> index.update(TWO)).isInstanceOf(IndexUnavailable.class);
    }

    private IndexWriter olderVersion() throws IOException {
        IndexWriter writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig());
        writer.setLiveCommitData(Map.of("lotsen.analysis", "0").entrySet());
        return writer;
    }

    private static IndexedPage page(String id, int version) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < PASSAGES; i++) {
            passages.add(
                    aPassage(id).anchor("stycke" + i).paragraph("Gemensam text version" + version + " del"
                            + i + ".").build());
        }
        return new IndexedPage(id, Integer.toString(version), List.of("fråga om " + id), passages);
    }

    private static Map<String, String> digests(PassageIndex index) {
        return new TreeMap<>(index.retrieve("gemensam").digests());
    }

    private static Map<String, Double> scores(PassageIndex index) {
        Map<String, Double> scores = new TreeMap<>();
        for (String question : List.of("gemensam", "fråga om a", "version1 del3", "gemensan")) {
            index.retrieve(question).passages()
                    .forEach(ranked -> scores.put(question + " " + ranked.passage().id(), ranked.score()));
        }
        assertThat(scores).isNotEmpty();
        return scores;
    }

    private static List<String> files(Path index) {
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !Set.of(IndexWriter.WRITE_LOCK_NAME).contains(name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : files(from)) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
        return to;
    }
}
