package se.lotsen.modelhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.testing.RawServer;

/** Cancelling closes the connection, so that a model stops working for nobody. */
@Timeout(30)
class CancellationTests {
    private static final WireLimits LIMITS = new WireLimits(Duration.ofMinutes(1), Duration.ofMinutes(1),
            1_000, 10_000);
    /** Long before any deadline here; what it takes is milliseconds, on a machine that does nothing else. */
    private static final long SOON = TimeUnit.SECONDS.toNanos(2);

    private final ModelWire wire = new ModelWire(Duration.ofSeconds(5));
    private final ModelHttpClient client = wire.client(LIMITS);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final HeardEvents heard = new HeardEvents();

    @AfterEach
    void closeWire() {
        wire.close();
    }

    @Test
    void theServerSeesItBeforeTheHead() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            asked.countDown();
            return true;
        })) {
            stream(server, heard);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertSeenSoon(server);
            assertThat(heard.reason()).isEqualTo(WireFault.Reason.CANCELLED);
        }
    }

    @Test
    void theServerSeesItAfterTheHeadAndBeforeTheFirstEvent() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD);
            return true;
        })) {
            stream(server, heard);
            assertThat(heard.next()).isEqualTo("open");
            assertSeenSoon(server);
            assertThat(heard.reason()).isEqualTo(WireFault.Reason.CANCELLED);
        }
    }

    @Test
    void theServerSeesItAfterTheFirstEvent() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk("data: one\n\n"));
            return true;
        })) {
            stream(server, heard);
            assertThat(heard.next()).isEqualTo("open");
            assertThat(heard.next()).isEqualTo("one");
            assertSeenSoon(server);
            assertThat(heard.endings()).containsExactly("error");
            assertThat(heard.reason()).isEqualTo(WireFault.Reason.CANCELLED);
        }
    }

    @Test
    void theServerSeesTheHandleOfLangChain4jToo() throws Exception {
        HeardEvents cancelling = new HeardEvents(context -> context.parsingHandle().cancel());
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk("data: one\n\ndata: two\n\n"));
            return true;
        })) {
            stream(server, cancelling);
            server.hungUpAt();
            assertThat(cancelling.endings()).containsExactly("error");
            assertThat(cancelling.reason()).isEqualTo(WireFault.Reason.CANCELLED);
            assertThat(cancelling.next()).isEqualTo("open");
            assertThat(cancelling.next()).isEqualTo("one");
        }
    }

    @Test
    void anAnswerInOnePieceIsCancelledToo() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun");
            asked.countDown();
            return true;
        })) {
            FutureTask<Object> call = new FutureTask<>(() -> client.execute(Http.post(server)));
            Thread.ofVirtual().start(call);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertSeenSoon(server);
            assertThatThrownBy(call::get).isInstanceOf(ExecutionException.class)
                    .cause().isInstanceOfSatisfying(WireFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(WireFault.Reason.CANCELLED));
        }
    }

    @Test
    void anInterruptedCallEndsAndStaysInterrupted() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            asked.countDown();
            return true;
        })) {
            FutureTask<Boolean> call = new FutureTask<>(() -> {
                assertThatThrownBy(() -> client.execute(Http.post(server))).isInstanceOf(WireFault.class);
                return Thread.currentThread().isInterrupted();
            });
            Thread caller = Thread.ofVirtual().start(call);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            assertThat(call.get()).isTrue();
            server.hungUpAt();
        }
    }

    @Test
    void aClosedClientAsksNobody() {
        try (RawServer server = new RawServer((request, out) -> true)) {
            client.close();
            assertThatThrownBy(() -> client.execute(Http.post(server))).isInstanceOfSatisfying(
                    WireFault.class,
                    fault -> assertThat(fault.reason()).isEqualTo(WireFault.Reason.CANCELLED));
        }
    }

    @Test
    void otherClientsOfTheWireGoOn() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk("data: one\n\n"));
            waitFor(goOn);
            Http.write(out, Http.chunk("data: two\n\n") + "0\r\n\r\n");
            return true;
        })) {
            HeardEvents other = new HeardEvents();
            wire.client(LIMITS).execute(Http.post(server), new DefaultServerSentEventParser(), other);
            stream(server, heard);
            assertThat(heard.next()).isEqualTo("open");
            client.close();
            assertThat(heard.reason()).isEqualTo(WireFault.Reason.CANCELLED);
            goOn.countDown();
            assertThat(other.endings()).containsExactly("close");
        }
    }

    @Test
    void aClosedWireEndsWhatIsUnderWayAndRefusesWhatComes() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD);
            return true;
        })) {
            stream(server, heard);
            assertThat(heard.next()).isEqualTo("open");
            wire.close();
            assertThat(heard.endings()).containsExactly("error");
            assertThatThrownBy(() -> client.execute(Http.post(server))).isInstanceOf(WireFault.class);
        }
    }

    private void stream(RawServer server, HeardEvents events) {
        client.execute(Http.post(server), new DefaultServerSentEventParser(), events);
    }

    private void assertSeenSoon(RawServer server) throws InterruptedException {
        long cancelled = System.nanoTime();
        client.close();
        assertThat(server.hungUpAt() - cancelled).isLessThan(SOON);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
