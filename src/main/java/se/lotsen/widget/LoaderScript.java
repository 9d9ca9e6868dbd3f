package se.lotsen.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The script behind the tag, with the municipality's name and colours in it, so that a page needs nothing else before
 * somebody opens the chat. Comments on lines of their own, and spaces around punctuation outside of quotation marks, stay
 * behind; the source has no regular expression and no quotation within another.
 */
final class LoaderScript {
    private static final String SETTINGS = "SETTINGS";
    private static final Pattern QUOTED_OR_SPACED = Pattern
            .compile("('[^'\\n]*'|`[^`]*`)|\\s*([=<>!?:,;{}()|&+]+)\\s*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentLook look;
    private final MessageSource messages;
    private final String source;
    private volatile Served served;

    LoaderScript(CurrentLook look, MessageSource messages) {
        this.look = look;
        this.messages = messages;
        this.source = compact(source());
        this.served = made(look.now());
    }

    /** A version of the script; nobody may change the bytes. */
    record Served(Look look, byte[] script, String tag) {
    }

    /** As the look is now. */
    Served now() {
        Look now = look.now();
        if (served.look() != now) {
            served = made(now);
        }
        return served;
    }

    private Served made(Look now) {
        byte[] script = source.replace(SETTINGS, settings(now)).getBytes(StandardCharsets.UTF_8);
        return new Served(now, script, Tag.of(script));
    }

    private String settings(Look now) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        LookReader.LANGUAGES.forEach(lang -> texts.put(lang, texts(lang, now.name())));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("side", now.position().word());
        settings.put("brand", now.light().get(ColourToken.BRAND).hex());
        settings.put("onBrand", now.light().get(ColourToken.ON_BRAND).hex());
        settings.put("texts", texts);
        return JSON.writeValueAsString(settings);
    }

    private List<String> texts(String lang, String name) {
        Locale locale = Locale.forLanguageTag(lang);
        return List.of(text("launcher.open", name, locale), text("launcher.close", name, locale),
                text("launcher.title", name, locale), text("launcher.unread", "{0}", locale));
    }

    private String text(String code, String argument, Locale locale) {
        return messages.getMessage(code, new Object[]{argument}, locale);
    }

    private static String compact(String script) {
        return QUOTED_OR_SPACED.matcher(LeanSource.of(script))
                .replaceAll(found -> Matcher
                        .quoteReplacement(Objects.requireNonNullElse(found.group(1), found.group(2))));
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(LoaderScript.class.getResourceAsStream("loader.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
