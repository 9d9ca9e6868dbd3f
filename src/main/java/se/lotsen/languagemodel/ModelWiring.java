package se.lotsen.languagemodel;

import se.lotsen.languagemodel.ModelProperties.Backend;

/** Connects a configured model, without asking it anything yet. */
public interface ModelWiring {

    /** @throws IllegalArgumentException when its settings are refused, or its key's file cannot be read */
    LanguageModel connect(Backend backend);
}
