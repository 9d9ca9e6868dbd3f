package se.lotsen.widget;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeFolder;

/** Reads the municipality's mark: an SVG or PNG file right in the knowledge base, and nothing that only says so. */
final class LogoReader {
    /** In bytes. A mark that is larger slows down every page it stands on. */
    static final long MAX_BYTES = 100_000;
    /** No folder, no way out of the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.(svg|png)");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private LogoReader() {
    }

    /** Null when there is none, or none that can be shown; then a fault has been reported. */
    static @Nullable Logo read(KnowledgeFolder folder, @Nullable String name, LookFaults faults) {
        if (name == null) {
            return null;
        }
        Path file = folder.resolve(name);
        if (!NAME.matcher(name).matches()) {
            faults.invalid("/logo");
        } else if (!Files.isRegularFile(file)) {
            faults.report("/logo", Finding.Code.UNKNOWN_REFERENCE, name);
        } else {
            return read(file, name, faults);
        }
        return null;
    }

    private static @Nullable Logo read(Path file, String name, LookFaults faults) {
        try {
            byte[] bytes = Files.size(file) > MAX_BYTES ? new byte[0] : Files.readAllBytes(file);
            boolean svg = name.endsWith(".svg");
            if (svg ? isSvg(bytes) : isPng(bytes)) {
                return new Logo(name, bytes, svg);
            }
            faults.invalid("/logo");
        } catch (IOException e) {
            faults.report("/logo", Finding.Code.UNREADABLE, name);
        }
        return null;
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, bytes, 0, PNG.length);
    }

    private static boolean isSvg(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        return text.startsWith("<") && text.contains("<svg") && text.endsWith(">");
    }
}
