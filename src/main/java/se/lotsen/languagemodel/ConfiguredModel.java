package se.lotsen.languagemodel;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the configured models are used for. Each use can be switched off by itself, and where no model is configured, all of
 * them are.
 */
public final class ConfiguredModel {
    private final ModelProperties properties;
    private final @Nullable Writer writer;
    private final @Nullable WritingTasks tasks;
    private final Supplier<ModelStatus> status;

    /** With a model. */
    public ConfiguredModel(ModelProperties properties, @Nullable Writer writer, @Nullable WritingTasks tasks,
            Supplier<ModelStatus> status) {
        this.properties = properties;
        this.writer = writer;
        this.tasks = tasks;
        this.status = status;
    }

    /** The same configuration without a model: the passages' own words, and nothing is rewritten or translated. */
    public ConfiguredModel silent() {
        return new ConfiguredModel(properties, null, null, status);
    }

    /** Who puts answers into words. */
    public Optional<Writer> writer() {
        return Optional.ofNullable(writer).filter(on -> properties.wording());
    }

    /** Who rewrites follow-ups. */
    public Optional<WritingTasks> rewriting() {
        return tasks().filter(on -> properties.rewriting());
    }

    /** Who translates questions and answers. */
    public Optional<WritingTasks> translation() {
        return tasks().filter(on -> properties.translation());
    }

    /** Who writes for agents and editors. */
    public Optional<WritingTasks> tasks() {
        return Optional.ofNullable(tasks);
    }

    /** How the models stand. */
    public ModelStatus status() {
        return status.get();
    }
}
