package se.lotsen.architecture.planted;

import java.util.stream.Stream;
import reactor.core.publisher.Flux;

class BlockingByStream {
    Stream<String> all(Flux<String> answers) {
        return answers.toStream();
    }
}
