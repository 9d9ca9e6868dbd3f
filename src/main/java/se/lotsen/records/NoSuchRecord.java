package se.lotsen.records;

import java.io.Serial;

/** No such conversation, or none for this officer's eyes: the two must look the same. */
final class NoSuchRecord extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchRecord() {
        super("No such record");
    }
}
