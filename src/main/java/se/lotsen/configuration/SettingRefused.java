package se.lotsen.configuration;

/** A value that can be read and cannot be used; what is wrong with it is a text's key and what is filled in. */
final class SettingRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String[] filledIn;

    SettingRefused(String key, String... filledIn) {
        super(key);
        this.key = key;
        this.filledIn = filledIn.clone();
    }

    String text() {
        return Texts.of(key, (Object[]) filledIn);
    }
}
