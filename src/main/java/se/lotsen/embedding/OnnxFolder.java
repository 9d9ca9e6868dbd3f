package se.lotsen.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * A folder with a model for this process. Refuses, in one line, a folder that lacks a file, and a jar without the library
 * that reads it.
 */
record OnnxFolder(Path folder, @Nullable String name) {
    private static final String LIBRARY = "dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel";

    OnnxFolder {
        if (!ClassUtils.isPresent(LIBRARY, null)) {
            throw new EmbeddingRefused(
                    "lotsen.embedding.onnx-dir is set, but this jar cannot run models itself:"
                            + " build it with mvn -Ponnx package, or set base-url to a server");
        }
        for (String file : new String[]{"model.onnx", "tokenizer.json"}) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new EmbeddingRefused(
                        "lotsen.embedding.onnx-dir: " + folder.resolve(file) + " cannot be read");
            }
        }
    }

    Path model() {
        return folder.resolve("model.onnx");
    }

    Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    /** Another file or another pooling is another model, whatever the folder is called. */
    String modelId(EmbeddingProperties.Pooling pooling) {
        CRC32C sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(model()), sum)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // The sum is what is wanted.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (name == null ? folder.toAbsolutePath().normalize().getFileName() : name) + "@"
                + Long.toHexString(sum.getValue()) + "-" + pooling.name().toLowerCase(Locale.ROOT);
    }
}
