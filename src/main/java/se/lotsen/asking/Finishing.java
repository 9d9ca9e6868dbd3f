package se.lotsen.asking;

import org.springframework.context.SmartLifecycle;

/** When the service stops, no answer waits for a model any more. It is told before the server waits for open requests. */
final class Finishing implements SmartLifecycle {
    private final Answers answers;
    private volatile boolean running;

    Finishing(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void start() {
        answers.takeYourTime();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        answers.hurry();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
