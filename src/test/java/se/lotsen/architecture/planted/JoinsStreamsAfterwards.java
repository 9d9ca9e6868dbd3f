package se.lotsen.architecture.planted;

import reactor.core.publisher.Flux;

class JoinsStreamsAfterwards {
    Flux<Integer> joined() {
        return Flux.just(1).thenMany(Flux.just(2));
    }
}
