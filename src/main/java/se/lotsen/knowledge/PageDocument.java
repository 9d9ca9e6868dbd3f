package se.lotsen.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * A page's file as its fields, whatever is wrong with them: what an editor has typed so far. It refuses nothing; whether it
 * can be served is for {@link Page#read} to say.
 *
 * @param fields the front matter; any of it may be missing or of a wrong form
 * @param body the text in Markdown; may be empty
 * @param written the front matter with its fences as it stood in the file, kept while no field is changed; empty for a new
 *     page
 */
public record PageDocument(Fields fields, String body, String written) {
    private static final YAMLMapper YAML = YAMLMapper
            .builder(YAMLFactory.builder().stringQuotingChecker(new Quoted()).build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    /**
     * Quotes what the parser takes for something else, too: {@code .inf} for a number, which makes it refuse the whole page,
     * and signs that are line ends, blanks or nothing to it.
     */
    private static final class Quoted extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;
        private static final Pattern HAZARD = Pattern
                .compile("^[-+]?\\.|[\\p{Cntrl}\\x{80}-\\x{A0}\\x{2028}\\x{2029}\\x{FEFF}]");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || HAZARD.matcher(value).find();
        }
    }

    /** The front matter's fields, in the order in which they are written; see {@link PageMetadata}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fields(@Nullable String id, @Nullable String title, @Nullable String url,
            @Nullable String area, @Nullable String owner, @Nullable List<String> audience,
            @Nullable String reviewed, @Nullable String reviewBy, @Nullable String validFrom,
            @Nullable String validTo, @Nullable Service eService, @Nullable String nonDigitalRoute,
            @Nullable String contact, @Nullable List<String> questions, @Nullable List<String> phrasings,
            @Nullable String language, @Nullable String source, @Nullable String published,
            @Nullable String modified, @Nullable List<String> breadcrumb) {

        /** None. */
        public static final Fields NONE = new Fields(null, null, null, null, null, null, null, null, null,
                null,
                null, null, null, null, null, null, null, null, null, null);
    }

    /** The e-service's fields. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(@Nullable String name, @Nullable String url, @Nullable Boolean eId,
            @Nullable Boolean signing, @Nullable Boolean payment) {
    }

    /** A new page. */
    public static PageDocument of(Fields fields, String body) {
        return new PageDocument(fields, body, "");
    }

    /** The fields in a file's text. What cannot be read as front matter is body, so that nothing is lost. */
    public static PageDocument parse(String text) {
        String plain = KnowledgeFolder.plain(text);
        Matcher block = PageReader.FRONT_MATTER.matcher(plain);
        if (!block.find()) {
            return new PageDocument(Fields.NONE, plain, "");
        }
        try {
            Fields fields = YAML.readValue(new YamlText(block.group(1)), Fields.class);
            return new PageDocument(fields == null ? Fields.NONE : fields, plain.substring(block.end()),
                    block.group());
        } catch (JacksonException e) {
            return new PageDocument(Fields.NONE, plain, "");
        }
    }

    /** The same page with other fields. */
    public PageDocument with(Fields other) {
        return Objects.equals(fields, other) ? this : new PageDocument(other, body, "");
    }

    /** The same page with another text. */
    public PageDocument withBody(String markdown) {
        return new PageDocument(fields, markdown, written);
    }

    /** The whole file. */
    public String text() {
        if (written.isEmpty()) {
            return fields.equals(Fields.NONE)
                    ? body
                    : "---\n" + line(YAML.writeValueAsString(fields)) + "---\n" + body;
        }
        return body.isEmpty() ? written : line(written) + body;
    }

    private static String line(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
