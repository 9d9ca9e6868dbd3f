package se.lotsen.widget;

/** A setting that should be an origin and is none, or a wider one than allowed. */
final class SiteRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String value;

    SiteRefused(String property, String value) {
        super(property + "=" + value);
        this.property = property;
        this.value = value;
    }

    String property() {
        return property;
    }

    String value() {
        return value;
    }
}
