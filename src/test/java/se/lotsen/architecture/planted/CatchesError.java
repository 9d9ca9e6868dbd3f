package se.lotsen.architecture.planted;

class CatchesError {
    void run(Runnable task) {
        try {
            task.run();
        } catch (final IllegalStateException | Error fault) {
            throw new IllegalStateException(fault);
        }
    }
}
