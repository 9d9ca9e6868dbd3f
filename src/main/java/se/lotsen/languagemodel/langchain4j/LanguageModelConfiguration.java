package se.lotsen.languagemodel.langchain4j;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.languagemodel.ModelWiring;

@Configuration(proxyBeanMethods = false)
class LanguageModelConfiguration {

    @Bean
    ModelWiring modelWiring(ModelProperties properties) {
        return backend -> new LangChain4jLanguageModel(backend, properties);
    }
}
