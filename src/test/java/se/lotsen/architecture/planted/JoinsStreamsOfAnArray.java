package se.lotsen.architecture.planted;

import reactor.core.publisher.Flux;

class JoinsStreamsOfAnArray {
    Flux<Integer> joined() {
        return Flux.concat(Flux.just(1), Flux.just(2));
    }
}
