package se.lotsen.chat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON and refuses bytes that are not UTF-8; Jackson takes some of them, such as overlong forms, for letters. */
class WellFormedJsonDecoder extends JacksonJsonDecoder {
    WellFormedJsonDecoder(JsonMapper json) {
        super(json);
    }

    @Override
    public Object decode(DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        Charset charset = mimeType == null ? null : mimeType.getCharset();
        if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
            refuseOtherBytes(buffer);
        }
        return super.decode(buffer, type, mimeType, hints);
    }

    private static void refuseOtherBytes(DataBuffer buffer) {
        // Copied whole, at most the limit of a body: a letter may begin in one network buffer and end in the next.
        ByteBuffer body = ByteBuffer.allocate(buffer.readableByteCount());
        buffer.toByteBuffer(body);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(body);
        } catch (CharacterCodingException e) {
            DataBufferUtils.release(buffer);
            throw new DecodingException("The body is not UTF-8", e);
        }
    }
}
