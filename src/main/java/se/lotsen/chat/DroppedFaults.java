package se.lotsen.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.Exceptions;
import reactor.core.publisher.Hooks;

/**
 * Faults that come when nobody waits for an end any more. Reactor calls each of them an error; but that a citizen's connection is cut
 * while an event is on its way, or that a refusal which has been sent is found once more, is no fault of the service, and an
 * operator who is woken by them stops to look. Everything else is an error as before. One hook for the whole process: Reactor has
 * no other.
 */
@Component
@ConditionalOnWebApplication
class DroppedFaults implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(DroppedFaults.class);

    @Override
    public void afterSingletonsInstantiated() {
        Hooks.onErrorDropped(DroppedFaults::note);
    }

    static void note(Throwable fault) {
        if (isExpected(fault)) {
            log.debug("Nobody waited any more: {}", fault.getClass().getName());
        } else {
            log.error("A fault that nobody waited for", fault);
        }
    }

    /** The listener has left; its thread takes nothing more, as it has left; or a refusal (4xx), which has been answered. */
    private static boolean isExpected(Throwable fault) {
        return DisconnectedClientHelper.isClientDisconnectedException(fault)
                || fault == Exceptions.failWithRejected()
                || fault instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError();
    }
}
