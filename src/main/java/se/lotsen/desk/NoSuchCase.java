package se.lotsen.desk;

/** No such conversation, or none for this person's eyes: the two must look the same. */
final class NoSuchCase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchCase() {
        super("No such case at the desk");
    }
}
