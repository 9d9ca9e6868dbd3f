package se.lotsen.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A PDF's bytes, read with two guards: what its streams unpack to is counted before anything of them is kept, and whoever
 * reads on after being told to stop is stopped.
 */
final class PdfBytes extends RandomAccessReadBuffer {
    /** What one stream may unpack to; drawings of maps are larger, texts are not. */
    static final int LARGEST_STREAM = 8_000_000;
    /** Other ways of packing cannot be counted in advance; old documents use them for small streams. */
    private static final int LARGEST_OTHER = 200_000;
    private static final int LOOK_BACK = 4_096;
    private static final int STAGES = 3;
    private static final Pattern OTHER = Pattern.compile("/(?:LZW|RunLength)(?:Decode)?\\b");

    PdfBytes(byte[] bytes) {
        super(bytes);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        stopWhenAsked();
        return super.read(target, offset, length);
    }

    @Override
    public int read() throws IOException {
        stopWhenAsked();
        return super.read();
    }

    private static void stopWhenAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ExtractionRefused(ExtractionFault.TOO_SLOW);
        }
    }

    /** @throws ExtractionRefused when a stream unpacks to more than it may; pictures are never unpacked */
    static void measure(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            if (at >= 3 && text.startsWith("end", at - 3)) {
                continue;
            }
            int before = Math.max(text.lastIndexOf("obj", at), at - LOOK_BACK);
            String dictionary = text.substring(Math.max(0, before), at);
            int start = at + 6;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            int end = text.indexOf("endstream", start);
            measure(bytes, start, end < 0 ? bytes.length : end, dictionary);
        }
    }

    private static void measure(byte[] bytes, int start, int end, String dictionary) {
        if (dictionary.contains("/Image")) {
            return;
        }
        Matcher other = OTHER.matcher(dictionary);
        if (other.find() && end - start > LARGEST_OTHER) {
            throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
        }
        byte[] part = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, end));
        // Packed twice, a stream is unpacked twice.
        for (int stage = 0; stage < STAGES && part.length > 2 && (part[0] & 0x0f) == 8; stage++) {
            part = unpacked(part);
        }
    }

    private static byte[] unpacked(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] first = new byte[0];
            byte[] room = new byte[65_536];
            long all = 0;
            for (int read = inflater.inflate(room); read > 0; read = inflater.inflate(room)) {
                stopWhenAsked();
                all += read;
                if (all > LARGEST_STREAM) {
                    throw new ExtractionRefused(ExtractionFault.TOO_LARGE);
                }
                if ((room[0] & 0x0f) == 8 && all == read || first.length > 0) {
                    first = joined(first, room, read);
                }
            }
            return first;
        } catch (DataFormatException e) {
            // Whoever reads it will say so.
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static byte[] joined(byte[] first, byte[] more, int length) {
        byte[] all = Arrays.copyOf(first, first.length + length);
        System.arraycopy(more, 0, all, first.length, length);
        return all;
    }
}
