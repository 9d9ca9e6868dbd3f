package se.lotsen.faults;

import java.time.Duration;

/**
 * What a {@link ToxicProxy} does to the bytes that pass it in one direction: the seven of Toxiproxy
 * (github.com/Shopify/toxiproxy, README "Toxics"), under its names.
 */
sealed interface Toxic {

    /** Every piece comes so much later. */
    record Latency(Duration delay) implements Toxic {
    }

    /** No more than so many bytes in a second. */
    record Bandwidth(int bytesPerSecond) implements Toxic {
    }

    /** The end of the connection is told so much later. */
    record SlowClose(Duration delay) implements Toxic {
    }

    /** Nothing passes any more, and after this time the connection is closed. */
    record Timeout(Duration after) implements Toxic {
    }

    /** The connection is reset (RST) after this time; what is under way is lost. */
    record ResetPeer(Duration after) implements Toxic {
    }

    /** The bytes come in pieces of this size, with a pause between them. */
    record Slicer(int size, Duration pause) implements Toxic {
    }

    /** The connection is closed when so many bytes have passed. */
    record LimitData(long bytes) implements Toxic {
    }
}
