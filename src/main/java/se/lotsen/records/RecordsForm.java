package se.lotsen.records;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** What a form sent; a field that is missing is empty, and what is no mark at all is left out. */
record RecordsForm(MultiValueMap<String, String> fields) {
    private static final int LONGEST = 300;
    private static final int MOST_WORDS = 100;

    String text(String name) {
        String text = Objects.requireNonNullElse(fields.getFirst(name), "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Stream<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream().filter(Objects::nonNull);
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    Set<UUID> ids(String name) {
        return all(name).flatMap(text -> uuid(text).stream()).collect(Collectors.toUnmodifiableSet());
    }

    Optional<RecordMark.Kind> kind() {
        return Arrays.stream(RecordMark.Kind.values()).filter(kind -> kind.name().equals(text("slag")))
                .findFirst();
    }

    /** Marks of whole parts, of sentences, of names, and words of one's own, one on each line. */
    Redactions redactions(String ground) {
        Set<Integer> parts = all("del").filter(mark -> mark.matches("\\d{1,6}")).map(Integer::valueOf)
                .collect(Collectors.toSet());
        Set<String> sentences = all("mening").filter(mark -> mark.matches("\\d{1,6}\\.\\d{1,6}"))
                .collect(Collectors.toSet());
        List<String> words = Stream.concat(all("namn"), all("ord").flatMap(String::lines))
                .map(String::strip).filter(word -> word.length() > 1).distinct().limit(MOST_WORDS).toList();
        return new Redactions(parts, sentences, words, ground);
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "form with " + fields.keySet();
    }
}
