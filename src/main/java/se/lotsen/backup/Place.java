package se.lotsen.backup;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one Lotsen keeps everything.
 *
 * @param url the database's JDBC address
 * @param user null where the address says it, or none is needed
 * @param data the data folder
 * @param configuration names of the settings that were made
 */
public record Place(String url, @Nullable String user, @Nullable String password, Path data, Path knowledge,
        Path prompts, List<String> configuration) {

    /** Without the password, which an address may hold, too. */
    @Override
    public String toString() {
        return "Place[data=" + data + ", knowledge=" + knowledge + "]";
    }

    /** The folders that are copied, by their names in the backup. */
    List<Folder> folders() {
        return List.of(new Folder("knowledge-base", knowledge), new Folder("prompts", prompts));
    }

    /** One of them. */
    record Folder(String name, Path path) {
    }
}
