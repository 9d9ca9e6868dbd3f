package se.lotsen.pages;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/**
 * Refuses what is too large before it is read into memory. A question is at most a thousand characters, and everything that
 * a citizen or an agent sends is small; editors alone send whole pages, and the codecs' limit is for them. It stands before
 * the exchange is made: an exchange reads a form from the request that it was made of, whatever a filter puts in its place.
 */
@Component
@ConditionalOnWebApplication
class SmallRequests implements HttpHandlerDecoratorFactory {
    /** In bytes. */
    static final int MOST = 32 * 1024;
    private static final String EDITORS = "/editor/";

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(
                request.getPath().pathWithinApplication().value().startsWith(EDITORS)
                        ? request
                        : new Limited(request),
                response);
    }

    private static final class Limited extends ServerHttpRequestDecorator {
        Limited(ServerHttpRequest request) {
            super(request);
        }

        /** A length that is named is believed, and what comes is counted: a sender may name none, or another one. */
        @Override
        public Flux<DataBuffer> getBody() {
            long named = getHeaders().getContentLength();
            AtomicLong read = new AtomicLong();
            return super.getBody().handle((part, next) -> {
                if (named > MOST || read.addAndGet(part.readableByteCount()) > MOST) {
                    DataBufferUtils.release(part);
                    next.error(tooLarge());
                } else {
                    next.next(part);
                }
            });
        }

        private static ContentTooLargeException tooLarge() {
            return new ContentTooLargeException(
                    new DataBufferLimitException("Exceeded limit on max bytes to buffer : " + MOST));
        }
    }
}
