package se.lotsen.knowledge;

import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads an editor's YAML into a record and refuses what the record does not have: every unknown field is reported with
 * its line, so that a misspelt field cannot be lost in silence. Missing fields arrive as null; what is mandatory is the
 * record's reader to decide.
 */
public final class StrictYaml {
    private StrictYaml() {
    }

    /**
     * @param file the name to report, relative to the knowledge-base folder
     * @param firstLine the file's line on which {@code yaml} begins (1 unless it is a front-matter block)
     * @param findings receives one finding for each unknown field, or one for YAML that cannot be read at all
     * @return the value, or empty when anything was reported
     */
    public static <T> Optional<T> read(String file, int firstLine, String yaml, Class<T> type,
            Consumer<Finding> findings) {
        boolean[] reported = {false};
        Optional<T> value = readKnown(file, firstLine, yaml, type, finding -> {
            reported[0] = true;
            findings.accept(finding);
        });
        return reported[0] ? Optional.empty() : value;
    }

    /**
     * As {@link #read}, but unknown fields do not empty the value: for a reader that goes on to report everything else
     * that is wrong before it refuses the file, or to whom only a part of the file belongs.
     */
    public static <T> Optional<T> readKnown(String file, int firstLine, String yaml, Class<T> type,
            Consumer<Finding> findings) {
        UnknownFields unknown = new UnknownFields(file, firstLine, yaml, findings);
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addHandler(unknown)
                .build();
        try {
            T value = mapper.readValue(new YamlText(yaml), type);
            if (value == null) {
                findings.accept(Finding.of(file, firstLine, Finding.Code.MISSING_FIELD, "–"));
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (DatabindException e) {
            findings.accept(Finding.of(file, line(e, firstLine), Finding.Code.INVALID_VALUE, field(e)));
        } catch (JacksonException e) {
            findings.accept(Finding.of(file, line(e, firstLine), Finding.Code.BROKEN_YAML));
        }
        return Optional.empty();
    }

    private static int line(JacksonException e, int firstLine) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? firstLine : firstLine + at.getLineNr() - 1;
    }

    private static String field(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex() + 1).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "–" : path.toString();
    }

    private static final class UnknownFields extends DeserializationProblemHandler {
        private final String file;
        private final int firstLine;
        private final String yaml;
        private final Consumer<Finding> findings;

        private UnknownFields(String file, int firstLine, String yaml, Consumer<Finding> findings) {
            this.file = file;
            this.firstLine = firstLine;
            this.yaml = yaml;
            this.findings = findings;
        }

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
                ValueDeserializer<?> deserializer, Object beanOrClass, String name) {
            int line = parser.currentTokenLocation().getLineNr();
            if (line < 1) {
                line = YamlLines.of(yaml).line(YamlLines.at(around(context.getParser()), name));
            }
            findings.accept(Finding.of(file, firstLine + line - 1, Finding.Code.UNKNOWN_FIELD, name));
            parser.skipChildren();
            return true;
        }

        /**
         * The object being read. Unknown fields of a record are kept back, without their line,
         * until all its components are known; the parser is then at the object's next field or has
         * just left it.
         */
        private static String around(JsonParser parser) {
            String pointer = parser.streamReadContext().pathAsPointer().toString();
            return parser.currentToken() == JsonToken.PROPERTY_NAME
                    ? pointer.substring(0, pointer.lastIndexOf('/'))
                    : pointer;
        }
    }
}
