package se.lotsen.security.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that the product is made of, for claims about what stands in none of them. */
final class Sources {
    private Sources() {
    }

    /** Files below a folder whose names end so, and their texts; packages installed there are not the repository's. */
    static Map<Path, String> of(String folder, String... endings) {
        Map<Path, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith)).sorted()
                    .forEach(file -> texts.put(file, text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (texts.isEmpty()) {
            throw new AssertionError("no files in " + folder + ": a rule over nothing holds always");
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files in which a pattern is found. */
    static List<String> containing(Map<Path, String> files, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return files.entrySet().stream().filter(file -> compiled.matcher(file.getValue()).find())
                .map(file -> file.getKey().getFileName().toString()).toList();
    }
}
