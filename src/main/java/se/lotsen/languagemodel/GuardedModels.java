package se.lotsen.languagemodel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The configured models as one, behind their guards.
 *
 * @param model empty when none is configured
 * @param status how they stand now
 */
public record GuardedModels(Optional<LanguageModel> model, Supplier<ModelStatus> status) {
}
