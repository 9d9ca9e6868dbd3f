package se.lotsen.architecture.planted;

import reactor.core.publisher.Flux;

class JoinsStreamsByTurns {
    Flux<Integer> joined() {
        return Flux.just(1).concatWith(Flux.just(2));
    }
}
