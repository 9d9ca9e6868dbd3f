package se.lotsen.widget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A colour that a municipality sets: its name in {@code widget.yaml} and the custom property of the style sheets. */
enum ColourToken {
    /** Grounds of the municipality's colour, borders of buttons. */
    BRAND("brand"),
    /** Words in the municipality's colour on a ground; the ground of a pressed button. */
    BRAND_DARK("brandDark"),
    /** Words on {@link #BRAND} and {@link #BRAND_DARK}. */
    ON_BRAND("onBrand"),
    /** Links. */
    LINK("link"),
    /** Running text. */
    TEXT("text"),
    /** Text of less weight, borders of fields. */
    QUIET("quiet"),
    /** The page. */
    GROUND("ground"),
    /** The ground of whole areas. */
    SAND("sand"),
    /** The ground of what a pointer is on. */
    MIST("mist"),
    /** Lines that only please the eye. */
    LINE("line"),
    /** The ground of marked text. */
    MARK("mark"),
    /** The edge of marked text. */
    MARK_LINE("markLine"),
    /** Faults. */
    ERROR("error"),
    /** The ring around what has the focus. */
    FOCUS("focus");

    /** All that text and edges stand on. */
    static final List<ColourToken> GROUNDS = List.of(GROUND, SAND, MIST);

    private final String field;

    ColourToken(String field) {
        this.field = field;
    }

    /** Its name in the editors' file. */
    String field() {
        return field;
    }

    /** Its name in style sheets, such as {@code --brand-dark}. */
    String property() {
        return "--" + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static Optional<ColourToken> of(String field) {
        return Arrays.stream(values()).filter(token -> token.field.equals(field)).findFirst();
    }
}
