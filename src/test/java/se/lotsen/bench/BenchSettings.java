package se.lotsen.bench;

import java.nio.file.Path;

/**
 * How large a run is; each from a system property {@code lotsen.bench.<name>}.
 *
 * @param passages how many the large index holds
 * @param questions how many different ones are asked
 * @param rounds how often each side of a comparison is measured; at least 5 for figures that are quoted
 * @param seconds length of one round of load
 * @param clients connections that ask at the same time
 * @param warmUp questions asked of a service before it is measured
 * @param rate questions a second for the latencies
 * @param seed of everything drawn at random
 * @param jar the packaged application
 * @param knowledge the sample knowledge base
 * @param work a folder for everything that the run writes
 */
record BenchSettings(int passages, int questions, int rounds, int seconds, int clients, int warmUp, int rate,
        long seed,
        Path jar,
        Path knowledge, Path work) {

    /** The same with another number of passages, in a folder of its own. */
    BenchSettings with(int otherPassages) {
        return new BenchSettings(otherPassages, questions, rounds, seconds, clients, warmUp, rate, seed, jar,
                knowledge,
                work.resolve("passages-" + otherPassages));
    }

    static BenchSettings fromSystemProperties() {
        return new BenchSettings(Integer.getInteger("lotsen.bench.passages", 100_000),
                Integer.getInteger("lotsen.bench.questions", 300),
                Integer.getInteger("lotsen.bench.rounds", 5),
                Integer.getInteger("lotsen.bench.seconds", 5),
                Integer.getInteger("lotsen.bench.clients", 16),
                Integer.getInteger("lotsen.bench.warmup", 8_000),
                Integer.getInteger("lotsen.bench.rate", 50), Long.getLong("lotsen.seed", 20261122),
                Path.of(System.getProperty("lotsen.jar")),
                Path.of(System.getProperty("lotsen.bench.knowledge", "knowledge-base")),
                Path.of(System.getProperty("lotsen.bench.work", "target/bench")));
    }
}
