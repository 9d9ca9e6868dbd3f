package se.lotsen.widget;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code widget.yaml} as written: anything may be missing. */
record LookYaml(@Nullable String name, @Nullable String logo, @Nullable String position,
        @Nullable Colours colours,
        @Nullable Map<String, @Nullable String> greeting,
        @Nullable Map<String, @Nullable List<@Nullable String>> questions,
        @Nullable Accessibility accessibility) {

    /** Colours by field of {@link ColourToken}. */
    record Colours(@Nullable Map<String, @Nullable String> light,
            @Nullable Map<String, @Nullable String> dark) {
    }

    /** See {@link Statement}. */
    record Accessibility(@Nullable Authority authority, @Nullable String contact, @Nullable String reviewed,
            @Nullable String method, @Nullable List<@Nullable Shortcoming> shortcomings) {
    }

    /** Who supervises. */
    record Authority(@Nullable String name, @Nullable String url) {
    }

    /** Something that does not work for everybody. */
    record Shortcoming(@Nullable String what, @Nullable String who, @Nullable String remedy) {
    }
}
