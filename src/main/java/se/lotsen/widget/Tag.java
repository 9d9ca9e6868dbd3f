package se.lotsen.widget;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a version of something that browsers keep, by its content: the same bytes have the same tag, whenever they were made. */
public final class Tag {
    private static final int LENGTH = 20;

    private Tag() {
    }

    /** An entity tag (RFC 9110, 8.8.3) in its quotation marks. */
    public static String of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash).substring(0, LENGTH) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }
}
