package se.lotsen.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.ResourceTransformer;
import org.springframework.web.reactive.resource.ResourceTransformerChain;
import org.springframework.web.reactive.resource.TransformedResource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.widget.LeanSource;

/**
 * Sends the chat's script, put together from its modules, and its style sheet without what is there for readers: comments
 * that have lines of their own, indentation, and line ends that nothing needs. A third of the bytes on the wire, without a build step. A text over several
 * lines would be changed, and a test refuses one.
 */
final class LeanResources implements ResourceTransformer {
    /** After these nothing needs a line of its own, in either language. */
    private static final Pattern LINE_END = Pattern.compile("(?<=[{;,(\\[])\\n");
    private static final String SCRIPT = ".js";

    /** @param lean without comments; one at the end of a line would swallow the next, and a test refuses it */
    static String joined(String lean) {
        return LINE_END.matcher(lean).replaceAll("");
    }

    /** Once for each file: the chain remembers what comes of it. */
    @Override
    public Mono<Resource> transform(ServerWebExchange exchange, Resource resource,
            ResourceTransformerChain chain) {
        return chain.transform(exchange, resource)
                .flatMap(found -> Mono.<Resource>fromCallable(
                        () -> new TransformedResource(found, text(found).getBytes(StandardCharsets.UTF_8)))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private static String text(Resource resource) throws IOException {
        String name = String.valueOf(resource.getFilename());
        return joined(name.endsWith(SCRIPT)
                ? ComposedScript.of(name.substring(0, name.length() - SCRIPT.length()),
                        module -> sibling(resource, module))
                : LeanSource.of(resource.getContentAsString(StandardCharsets.UTF_8)));
    }

    private static String sibling(Resource resource, String module) {
        try {
            return LeanSource.of(
                    resource.createRelative(module + SCRIPT).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
