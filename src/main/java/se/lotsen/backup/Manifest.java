package se.lotsen.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself; the last entry of the file, so that one which broke off has none.
 *
 * @param format of the file; grows when an older Lotsen could not read it
 * @param product Lotsen's version, for people
 * @param schema the last migration that the tables had
 * @param database {@code H2} or {@code PostgreSQL}, for people
 * @param at the moment that it is a picture of
 * @param configuration names of the settings that were made; never their values, which may be secret
 */
record Manifest(int format, String product, String schema, String database, Instant at, List<Table> tables,
        List<Copied> files, List<String> configuration) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * One table.
     *
     * @param sha256 of its lines, in hexadecimal
     */
    record Table(String name, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".jsonl";
        }
    }

    /**
     * One file of a folder.
     *
     * @param folder {@code knowledge-base} or {@code prompts}
     * @param path in that folder, with {@code /}
     */
    record Copied(String folder, String path, long bytes, String sha256) {
        String entry() {
            return folder + "/" + path;
        }
    }
}
