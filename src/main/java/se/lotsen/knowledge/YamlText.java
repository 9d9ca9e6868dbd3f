package se.lotsen.knowledge;

import java.io.IOException;
import java.io.StringReader;

/**
 * YAML in pieces that are shorter than the parser's buffer. SnakeYAML Engine 3.0 reads one character past its buffer when
 * a full buffer ends in the middle of an emoji, and fails with an exception of no kind that anybody expects.
 */
final class YamlText extends StringReader {
    private static final int PIECE = 512;

    YamlText(String yaml) {
        super(yaml);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, PIECE));
    }
}
