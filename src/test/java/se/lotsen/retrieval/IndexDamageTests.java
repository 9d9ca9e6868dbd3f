package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;

/** Damage to any file of the index is noticed when it is opened; the index is made anew and answers as before. */
class IndexDamageTests {
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final String QUESTION = "vad kostar förskolan";
    private static final List<IndexedPage> PAGES = Library
            .read(new KnowledgeFolder(Path.of("knowledge-base")))
            .pages().values().stream().map(IndexedPage::of).limit(8).toList();

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    /** What happens to a file's bytes. */
    private interface Damage {
        byte[] of(byte[] bytes);
    }

    @Test
    void everyDamagedFileIsNoticedAndTheIndexIsMadeAnew() throws IOException {
        Path sound = folder.resolve("sound");
        Retrieval.RankedPage expected = answer(sound, PAGES.size());
        assertThat(answer(sound, 0)).as("a sound index is kept").isEqualTo(expected);
        for (Path file : files(sound)) {
            for (Damage damage : damages()) {
                Path damaged = folder.resolve("damaged");
                FileSystemUtils.copyRecursively(sound, damaged);
                Path target = damaged.resolve(file.getFileName());
                Files.write(target, damage.of(Files.readAllBytes(target)));
                assertMadeAnew(damaged, file, expected);
            }
            Path gone = folder.resolve("gone");
            FileSystemUtils.copyRecursively(sound, gone);
            Files.delete(gone.resolve(file.getFileName()));
            assertMadeAnew(gone, file, expected);
        }
    }

    private static void assertMadeAnew(Path index, Path file, Retrieval.RankedPage expected)
            throws IOException {
        assertThat(answer(index, PAGES.size())).as("%s, lotsen.seed=%d", file, SEED).isEqualTo(expected);
        FileSystemUtils.deleteRecursively(index);
    }

    private List<Damage> damages() {
        return List.of(bytes -> flipped(bytes, 0), bytes -> flipped(bytes, bytes.length - 1),
                bytes -> flipped(bytes, random.nextInt(bytes.length)),
                bytes -> flipped(bytes, random.nextInt(bytes.length)),
                bytes -> Arrays.copyOf(bytes, bytes.length - 1),
                bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)), bytes -> new byte[bytes.length]);
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    private static Retrieval.RankedPage answer(Path index, int updated) {
        try (PassageIndex open = PassageIndex.open(index)) {
            assertThat(open.update(PAGES).updated()).as("pages read anew").isEqualTo(updated);
            return open.retrieve(QUESTION).pages().getFirst();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toFile().length() > 0).sorted().toList();
        }
    }
}
