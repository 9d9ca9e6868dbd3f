package se.lotsen.architecture.planted;

import java.util.function.Function;
import reactor.core.publisher.Flux;

class BlockingForTheFirst {
    Function<Flux<String>, String> first = Flux::blockFirst;
}
