package se.lotsen.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets several threads do the same thing at the same moment. */
final class AtOnce {
    private AtOnce() {
    }

    /** What each thread returned, or the refusal that it met; any other fault fails the test. */
    static List<Object> run(int threads, Callable<?> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<?> each : running) {
                results.add(resultOrRefusal(each));
            }
            return results;
        }
    }

    private static Object resultOrRefusal(Future<?> running) throws Exception {
        try {
            return running.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConversationRefusal refusal) {
                return refusal;
            }
            throw e;
        }
    }
}
