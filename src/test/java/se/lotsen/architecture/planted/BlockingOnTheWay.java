package se.lotsen.architecture.planted;

import reactor.core.publisher.Mono;

class BlockingOnTheWay {
    Object wait(Mono<String> answer) {
        return answer.block();
    }
}
