package se.lotsen.bench;

import java.lang.management.ManagementFactory;

/** What the current thread has used. */
final class CpuTime {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();

    private CpuTime() {
    }

    static double microseconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e3;
    }

    static double allocatedKib() {
        return THREADS.getCurrentThreadAllocatedBytes() / 1024.0;
    }
}
