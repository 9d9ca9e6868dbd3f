package se.lotsen.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import se.lotsen.widget.Tag;

/** The chat's script and style sheet; the other files are Spring Boot's to serve. */
@Configuration(proxyBeanMethods = false)
class ChatResources implements WebFluxConfigurer {

    /**
     * A page and its script belong together: after an update neither may come from the browser's store unasked. Asked for by
     * content, as the date of the first module says nothing of the others.
     */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/chat.js", "/chat.css")
                .addResourceLocations("classpath:/static/chat/", "classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(ChatResources::tag)
                .resourceChain(true)
                .addTransformer(new LeanResources());
    }

    /** @param sent the file as it is sent, in memory */
    private static String tag(Resource sent) {
        try {
            return Tag.of(sent.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
