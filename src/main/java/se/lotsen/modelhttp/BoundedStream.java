package se.lotsen.modelhttp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts what is read, in all and since the last event began, and stops the exchange when it is too much. */
final class BoundedStream extends FilterInputStream {
    private final WireLimits limits;
    private final boolean events;
    private final Runnable onFirst;
    private final Exchange exchange;
    private boolean began;
    private volatile boolean atEnd;
    private long inAll;
    private int inEvent;
    private boolean lineIsEmpty;
    private int last;
    private @Nullable WireFault excess;

    BoundedStream(InputStream in, WireLimits limits, boolean events, Runnable onFirst, Exchange exchange) {
        super(in);
        this.limits = limits;
        this.events = events;
        this.onFirst = onFirst;
        this.exchange = exchange;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (excess != null) {
            throw stopped(excess);
        }
        int read = readOn(target, offset, length);
        if (!began) {
            began = true;
            onFirst.run();
        }
        atEnd = read < 0;
        for (int i = 0; i < read; i++) {
            excess = count(target[offset + i]);
            if (excess != null) {
                // What came before is still heard.
                return i > 0 ? i : read(target, offset, length);
            }
        }
        return read;
    }

    private int readOn(byte[] target, int offset, int length) throws IOException {
        try {
            int read = super.read(target, offset, length);
            if (exchange.stopped()) {
                throw new IOException("stopped");
            }
            return read;
        } catch (IOException e) {
            throw stopped(WireFault.of(e));
        }
    }

    private IOException stopped(WireFault why) {
        exchange.stop(why);
        return new IOException("stopped");
    }

    /** @return what is wrong with the byte, as it is one too many */
    private @Nullable WireFault count(byte b) {
        inAll++;
        inEvent++;
        if (inAll > limits.answerBytes()) {
            return new WireFault(WireFault.Reason.TOO_LARGE, "more than " + limits.answerBytes() + " bytes");
        }
        if (inEvent > limits.eventBytes()) {
            return new WireFault(WireFault.Reason.TOO_LARGE,
                    "more than " + limits.eventBytes() + " bytes in one event");
        }
        if (b == '\n' && last == '\r') {
            inEvent -= inEvent == 1 ? 1 : 0;
        } else if (b == '\n' || b == '\r') {
            if (lineIsEmpty || !events) {
                inEvent = 0;
            }
            lineIsEmpty = true;
        } else {
            lineIsEmpty = false;
        }
        last = b;
        return null;
    }

    /** Before the end this is how LangChain4j's handle cancels. */
    @Override
    public void close() throws IOException {
        if (!atEnd) {
            exchange.stop(new WireFault(WireFault.Reason.CANCELLED, "cancelled"));
        }
        super.close();
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 1_024)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
