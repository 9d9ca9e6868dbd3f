package se.lotsen.backup;

/** Told of each part when it is done, so that whoever waits sees that something happens. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (part, amount) -> {
    };

    /**
     * @param part a table's name, or a folder's
     * @param amount how many rows, or files
     */
    void done(String part, long amount);
}
