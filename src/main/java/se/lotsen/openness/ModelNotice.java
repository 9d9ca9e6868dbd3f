package se.lotsen.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelProperties.Provider;

/**
 * Which language models the assistant may ask, as everybody may know it: names and whose protocol, never addresses or keys.
 *
 * @param names in the order in which they are asked; empty without a model
 * @param wording whether answers are put into words by it
 * @param translation whether it translates
 */
record ModelNotice(List<String> names, boolean wording, boolean translation) {

    static ModelNotice of(ModelProperties model) {
        List<String> names = new ArrayList<>();
        if (model.provider() != Provider.NONE) {
            names.add(name(model.provider(), model.name()));
            model.fallbacks().forEach(other -> names.add(name(other.provider(), other.name())));
        }
        return new ModelNotice(names, model.wording(), model.translation());
    }

    private static String name(Provider provider, @org.jspecify.annotations.Nullable String name) {
        return (name == null ? "" : name) + " (" + provider.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + ")";
    }

    /** Whether any is asked. */
    public boolean isUsed() {
        return !names.isEmpty();
    }

    /** All of them in one line. */
    public String list() {
        return String.join(", ", names);
    }
}
