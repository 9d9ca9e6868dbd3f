package se.lotsen.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text: by a byte order mark, by what the sender says, by what the document says, by what its bytes can be. Latin 1
 * is read as Windows-1252, its superset, as browsers do (WHATWG Encoding Standard).
 */
final class TextDecoding {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<(?:meta[^>]{0,200}?charset\\s*=\\s*[\"']?|\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"'])([\\w.:-]{2,40})");
    private static final int HEAD = 4_096;

    private TextDecoding() {
    }

    /** @param charset as the sender names it; null or unknown when it does not */
    static String decode(byte[] bytes, @Nullable String charset) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        return new String(bytes, known(charset).or(() -> declared(bytes)).orElseGet(() -> likely(bytes)));
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher name = DECLARED.matcher(head);
        // Whoever could read a declaration of UTF-16 did not need it.
        return name.find()
                ? known(name.group(1)).filter(found -> !found.name().startsWith("UTF-16"))
                : Optional.empty();
    }

    private static Charset likely(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return LATIN;
        }
    }

    private static Optional<Charset> known(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(name.strip());
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1)
                    || charset.equals(StandardCharsets.US_ASCII) ? LATIN : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
