package se.lotsen.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Page} of a file's text; everything that is wrong with it is reported at once, with its line. */
final class PageReader {
    static final Pattern FRONT_MATTER = Pattern.compile("\\A---[ \\t]*\\R(.*?)^---[ \\t]*$\\R?",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Remembered<Source, Page> KNOWN = new Remembered<>(10_000);

    private PageReader() {
    }

    /** What makes the page: its file's name, and the text by its digest. */
    private record Source(String file, String digest) {
    }

    static Optional<Page> read(String file, String text, Consumer<Finding> findings) {
        Source source = new Source(file, digest(text));
        return KNOWN.get(source).or(() -> {
            Optional<Page> page = parse(source, text, findings);
            page.ifPresent(read -> KNOWN.put(source, read));
            return page;
        });
    }

    private static Optional<Page> parse(Source source, String text, Consumer<Finding> findings) {
        String file = source.file();
        Matcher block = FRONT_MATTER.matcher(text);
        if (!block.find()) {
            findings.accept(Finding.of(file, 1, Finding.Code.NO_FRONT_MATTER));
            return Optional.empty();
        }
        String yaml = block.group(1);
        List<Finding> faults = new ArrayList<>();
        Optional<PageMetadata> metadata = StrictYaml
                .readKnown(file, 2, yaml, FrontMatter.class, faults::add)
                .flatMap(fields -> new Check(file, yaml, faults).metadata(fields));
        String body = text.substring(block.end());
        if (body.isBlank()) {
            faults.add(Finding.of(file, (int) text.lines().count(), Finding.Code.NO_BODY));
        }
        faults.forEach(findings);
        if (!faults.isEmpty() || metadata.isEmpty()) {
            return Optional.empty();
        }
        PageMetadata fields = metadata.get();
        List<Passage> passages = PassageSplitter
                .markdown(fields.id(), fields.title(), MarkdownText.parse(body))
                .passages();
        if (passages.isEmpty()) {
            findings.accept(Finding.of(file, (int) text.lines().count(), Finding.Code.NO_BODY));
            return Optional.empty();
        }
        return Optional.of(new Page(file, fields, body, passages, source.digest()));
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The front matter as written: any field may be missing. */
    record FrontMatter(@Nullable String id, @Nullable String title, @Nullable String url,
            @Nullable String area,
            @Nullable String owner, @Nullable List<Audience> audience, @Nullable String reviewed,
            @Nullable String reviewBy, @Nullable String validFrom, @Nullable String validTo,
            @Nullable EServiceFields eService, @Nullable String nonDigitalRoute, @Nullable String contact,
            @Nullable List<String> questions, @Nullable List<String> phrasings, @Nullable String language,
            @Nullable String source, @Nullable String published, @Nullable String modified,
            @Nullable List<String> breadcrumb) {
    }

    /** An e-service as written: any field may be missing. */
    record EServiceFields(@Nullable String name, @Nullable String url, @Nullable Boolean eId,
            @Nullable Boolean signing, @Nullable Boolean payment) {
    }

    private record Check(String file, String yaml, List<Finding> faults) {

        Optional<PageMetadata> metadata(FrontMatter front) {
            int before = faults.size();
            // YAML keeps the last of two in silence; an editor may have meant the first.
            YamlLines.of(yaml).repeated().forEach((pointer, line) -> faults.add(Finding.of(file, line + 1,
                    Finding.Code.INVALID_VALUE, pointer.substring(1).replace('/', '.'))));
            // A page that was imported has none yet; the editors' workspace says what they are good for.
            List<String> phrasings = front.phrasings() == null || front.phrasings().isEmpty()
                    ? List.of()
                    : texts("phrasings", front.phrasings());
            String id = text("id", front.id());
            if (!id.isEmpty() && !SLUG.matcher(id).matches()) {
                fault("id", Finding.Code.INVALID_VALUE);
            }
            List<Audience> audience = front.audience() == null ? List.of() : front.audience();
            if (audience.isEmpty()) {
                fault("audience", Finding.Code.MISSING_FIELD);
            }
            PageMetadata metadata = new PageMetadata(id, text("title", front.title()),
                    address("url", front.url()),
                    text("area", front.area()), text("owner", front.owner()), audience,
                    mandatoryDate("reviewed", front.reviewed()), mandatoryDate("reviewBy", front.reviewBy()),
                    date("validFrom", front.validFrom()), date("validTo", front.validTo()),
                    eService(front.eService()), text("nonDigitalRoute", front.nonDigitalRoute()),
                    text("contact", front.contact()), texts("questions", front.questions()), phrasings,
                    front.language() == null ? PageMetadata.HOME : text("language", front.language()),
                    origin(front));
            return faults.size() == before ? Optional.of(metadata) : Optional.empty();
        }

        private String text(String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                fault(field, Finding.Code.MISSING_FIELD);
                return "";
            }
            return value.strip();
        }

        private List<String> texts(String field, @Nullable List<String> values) {
            if (values == null || values.isEmpty()) {
                fault(field, Finding.Code.MISSING_FIELD);
                return List.of();
            }
            List<String> texts = new ArrayList<>();
            for (String value : values) {
                if (value == null || value.isBlank()) {
                    fault(field, Finding.Code.INVALID_VALUE);
                } else {
                    texts.add(value.strip());
                }
            }
            return List.copyOf(texts);
        }

        private String address(String field, @Nullable String value) {
            String address = text(field, value);
            if (!address.isEmpty() && !address.matches("https?://[^\\s<>\"]+")) {
                fault(field, Finding.Code.INVALID_VALUE);
            }
            return address;
        }

        private LocalDate mandatoryDate(String field, @Nullable String value) {
            LocalDate date = text(field, value).isEmpty() ? null : date(field, value);
            return date == null ? LocalDate.MIN : date;
        }

        private @Nullable LocalDate date(String field, @Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return LocalDate.parse(value.strip());
            } catch (DateTimeException e) {
                fault(field, Finding.Code.INVALID_VALUE);
                return null;
            }
        }

        private @Nullable EService eService(@Nullable EServiceFields fields) {
            if (fields == null) {
                return null;
            }
            return new EService(text("eService.name", fields.name()), address("eService.url", fields.url()),
                    flag("eService.eId", fields.eId()), flag("eService.signing", fields.signing()),
                    flag("eService.payment", fields.payment()));
        }

        private @Nullable PageOrigin origin(FrontMatter front) {
            return front.source() == null
                    ? null
                    : new PageOrigin(text("source", front.source()), date("published", front.published()),
                            date("modified", front.modified()),
                            front.breadcrumb() == null || front.breadcrumb().isEmpty()
                                    ? List.of()
                                    : texts("breadcrumb", front.breadcrumb()));
        }

        private boolean flag(String field, @Nullable Boolean value) {
            if (value == null) {
                fault(field, Finding.Code.MISSING_FIELD);
                return false;
            }
            return value;
        }

        private void fault(String field, Finding.Code code) {
            faults.add(Finding.of(file, line(field), code, field));
        }

        /** The line on which the field (or its group) is written; the block's first line when it is not there. */
        private int line(String field) {
            int dot = field.indexOf('.');
            Pattern name = Pattern
                    .compile(dot < 0 ? "^" + field + "\\s*:" : "^\\s+" + field.substring(dot + 1) + "\\s*:");
            int number = 1;
            for (String line : yaml.split("\\R", -1)) {
                number++;
                if (name.matcher(line).find()) {
                    return number;
                }
            }
            return dot < 0 ? 1 : line(field.substring(0, dot));
        }
    }
}
