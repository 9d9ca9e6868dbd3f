package se.lotsen.pages;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServer;

/**
 * Lets a request whose head cannot be read, such as one with more than eight kilobytes of cookies, be refused also on a connection
 * that has just been used. Reactor Netty 1.3.8 writes the refusal into the exchange before, if that has been answered and not yet
 * been put away: nothing is sent, and whoever asked waits for ever. Here such a request waits until the exchange is put away. What
 * can be read is not touched. ADR 0058.
 */
@Component
@ConditionalOnWebApplication
class UnreadableHeads implements NettyServerCustomizer {
    private static final int LOOK_EVERY_MILLIS = 5;
    /** An exchange that lasts longer is a stream, and the request one that did not wait for its end: Reactor Netty keeps it back. */
    private static final int LOOKS = 200;

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addBefore(NettyPipeline.HttpTrafficHandler, "lotsen.unreadableHeads", new Patient()));
    }

    private static final class Patient extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest head && head.decoderResult().isFailure()) {
                pass(context, message, LOOKS);
            } else {
                context.fireChannelRead(message);
            }
        }

        private static void pass(ChannelHandlerContext context, Object message, int looks) {
            if (looks == 0 || ChannelOperations.get(context.channel()) == null) {
                context.fireChannelRead(message);
            } else {
                context.executor().schedule(() -> pass(context, message, looks - 1), LOOK_EVERY_MILLIS,
                        TimeUnit.MILLISECONDS);
            }
        }
    }
}
