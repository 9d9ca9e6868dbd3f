package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;
import reactor.util.context.Context;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;

@ServiceTest
class DroppedFaultsTests {

    static Stream<Throwable> departures() {
        return Stream.of(new IOException("recvAddress(..) failed with error(-104): Connection reset by peer"),
                new IOException("Broken pipe"), AbortedException.beforeSend(), Exceptions.failWithRejected(),
                new ContentTooLargeException(null));
    }

    @ParameterizedTest
    @MethodSource("departures")
    void aCitizenWhoLeavesIsNoError(Throwable fault) {
        try (LogCapture log = new LogCapture()) {
            Operators.onErrorDropped(fault, Context.empty());
            assertThat(log.errors()).noneMatch(line -> line.contains(fault.getClass().getName()));
        }
    }

    @Test
    void anythingElseIsOne() {
        for (Throwable fault : new Throwable[]{new IllegalStateException("dropped"),
                new RejectedExecutionException("dropped"), new IOException("dropped")}) {
            try (LogCapture log = new LogCapture()) {
                Operators.onErrorDropped(fault, Context.empty());
                assertThat(log.errors()).anyMatch(line -> line.contains(fault.getClass().getName()));
            }
        }
    }
}
