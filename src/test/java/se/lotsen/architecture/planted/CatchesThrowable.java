package se.lotsen.architecture.planted;

class CatchesThrowable {
    void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }
}
