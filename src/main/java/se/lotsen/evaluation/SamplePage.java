package se.lotsen.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One page of the sample site as served, with its marked truth; a date is null where the page does not tell it. */
record SamplePage(String path, String title, MarkedHtml marked, Charset charset, @Nullable String published,
        @Nullable String modified) {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 7);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("sv"));
    private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    static SamplePage made(SampleGrammar design, SampleSubject subject, Random random) {
        LocalDate published = FIRST.plusDays(random.nextInt(1800));
        LocalDate modified = published.plusDays(1 + random.nextInt(800));
        Map<String, String> words = new HashMap<>(subject.words());
        date(words, "published", published);
        date(words, "modified", modified);
        Set<String> used = new HashSet<>();
        String html = design.expand("page", words, used, random);
        List<String> charset = design.alternatives("charset");
        return new SamplePage(subject.path(), subject.title(), MarkedHtml.read(html),
                charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset.getFirst()),
                told(used, "published", published), told(used, "modified", modified));
    }

    private static void date(Map<String, String> words, String name, LocalDate date) {
        words.put(name + ".iso", date.toString());
        words.put(name + ".long", LONG.format(date));
        words.put(name + ".dots", DOTS.format(date));
    }

    private static @Nullable String told(Set<String> used, String name, LocalDate date) {
        return used.stream().anyMatch(word -> word.startsWith(name + ".")) ? date.toString() : null;
    }

    /** The page in its own character set; what that set lacks is written as a numeric reference. */
    byte[] bytes() {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder html = new StringBuilder();
        marked.html().codePoints().forEach(point -> {
            String letter = Character.toString(point);
            html.append(encoder.canEncode(letter) ? letter : "&#" + point + ";");
        });
        ByteBuffer bytes = charset.encode(html.toString());
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }
}
