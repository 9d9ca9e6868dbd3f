package se.lotsen.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends requests to a service from several clients at once. */
final class Load {
    private Load() {
    }

    /** Makes the client with this number. */
    interface Clients {
        Client client(int number) throws IOException;
    }

    /**
     * One round.
     *
     * @param requests answered whole within the round
     * @param serverMicros CPU time of the serving process for each
     */
    record Round(double perSecond, double serverMicros, int requests, Map<String, Integer> kinds) {
    }

    /** As fast as the service answers: each client sends its next request when it has read the last answer. */
    static Round closed(ServiceProcess service, int clients, int seconds, Clients maker)
            throws IOException, InterruptedException {
        List<Client> all = connect(clients, maker);
        double cpu = service.cpuSeconds();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        Map<String, Integer> kinds = new TreeMap<>();
        List<Callable<Map<String, Integer>>> work = new ArrayList<>();
        for (Client client : all) {
            work.add(() -> {
                Map<String, Integer> own = new TreeMap<>();
                while (System.nanoTime() < end) {
                    own.merge(client.request(), 1, Integer::sum);
                }
                return own;
            });
        }
        inParallel(work).forEach(own -> own.forEach((kind, count) -> kinds.merge(kind, count, Integer::sum)));
        double elapsed = (System.nanoTime() - begin) / 1e9;
        double used = service.cpuSeconds() - cpu;
        disconnect(all);
        int requests = kinds.values().stream().mapToInt(Integer::intValue).sum();
        return new Round(requests / elapsed, used * 1e6 / requests, requests, kinds);
    }

    /**
     * At a fixed rate, whether or not earlier requests have been answered. The time runs from when a request was due, so
     * that a service that falls behind cannot hide it.
     *
     * @return milliseconds from due to answered, ascending
     */
    static double[] open(int clients, int perSecond, int seconds, Clients maker)
            throws IOException, InterruptedException {
        List<Client> all = connect(clients, maker);
        int total = perSecond * seconds;
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<Double> milliseconds = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        List<Callable<Void>> work = new ArrayList<>();
        for (Client client : all) {
            work.add(() -> {
                for (int i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
                    long due = begin + i * 1_000_000_000L / perSecond;
                    LockSupport.parkNanos(due - System.nanoTime());
                    client.request();
                    milliseconds.add((System.nanoTime() - due) / 1e6);
                }
                return null;
            });
        }
        inParallel(work);
        disconnect(all);
        return milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    static double percentile(double[] ascending, double share) {
        return ascending[Math.min(ascending.length - 1, (int) Math.ceil(share * ascending.length) - 1)];
    }

    private static List<Client> connect(int clients, Clients maker) throws IOException {
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(maker.client(i));
        }
        return all;
    }

    private static void disconnect(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException("a request failed", e.getCause());
        }
    }

    static String text(double[] ascending) {
        return Arrays.stream(new double[]{0.5, 0.95, 0.99})
                .mapToObj(share -> String.format(java.util.Locale.ROOT, "p%.0f %.1f ms", share * 100,
                        percentile(ascending, share)))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
