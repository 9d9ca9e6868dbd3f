package se.lotsen.extraction;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import se.lotsen.extraction.Extraction.Nothing;
import se.lotsen.extraction.Extraction.Pages;

/**
 * Reads documents, each in a thread of its own with a limit on its time, its stack and what it allocates. Whatever a document
 * does to its reader, the caller gets pages or a reason, in time. Blocks.
 */
public final class Extractor {
    /** What a document may take. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(4);
    /** Larger texts are no page: the knowledge base takes files of a megabyte. */
    private static final int LONGEST_TEXT = 900_000;
    private static final long STACK_BYTES = 4_000_000;
    /** All that is ever allocated for a document, most of it for a moment; a bomb is seen by this. */
    private static final long MOST_ALLOCATED = 600_000_000;
    private static final long LOOK_EVERY_MS = 20;
    /** A reader that hangs cannot be ended, only left alone; no more of them than this. */
    private static final int MOST_READERS = 6;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Semaphore readers = new Semaphore(MOST_READERS);

    /**
     * The pages in a document, or why there are none.
     *
     * @throws InterruptedException when the caller is no longer wanted
     */
    public Extraction read(SourceDocument document) throws InterruptedException {
        return measure(document).extraction();
    }

    /**
     * What came of a document, and what it took.
     *
     * @param allocated bytes, all that was ever asked for; what was held at once is at most that
     */
    public record Measured(Extraction extraction, Duration time, long allocated) {
    }

    /** As {@link #read}, with what it took. */
    public Measured measure(SourceDocument document) throws InterruptedException {
        return guarded(() -> pages(document));
    }

    /** A table's headings and rows, for somebody to say what is what; empty when it cannot be read. */
    public Optional<FaqTable> table(SourceDocument document) throws InterruptedException {
        FaqTable[] read = new FaqTable[1];
        guarded(() -> {
            read[0] = FaqTable.read(document);
            return new Nothing(ExtractionFault.NO_TEXT);
        });
        return Optional.ofNullable(read[0]);
    }

    private static Extraction pages(SourceDocument document) throws IOException {
        List<FoundPage> pages = switch (document.kind()) {
            case HTML ->
                HtmlContent.read(decoded(document), document.address(), document.name()).stream().toList();
            case TEXT -> PlainDocument.text(decoded(document), document.address(), document.name()).stream()
                    .toList();
            case MARKDOWN -> PlainDocument.markdown(decoded(document), document.address(), document.name())
                    .stream().toList();
            case PDF -> List.of(PdfContent.read(document.bytes(), document.address(), document.name()));
            case CSV, XLSX -> FaqTable.read(document).pages(document.faq(), document.address());
            case CATALOGUE -> ServiceCatalogue.read(decoded(document), document.address());
        };
        if (pages.isEmpty()) {
            return new Nothing(ExtractionFault.NO_TEXT);
        }
        return pages.stream().anyMatch(page -> page.markdown().length() > LONGEST_TEXT)
                ? new Nothing(ExtractionFault.TOO_LARGE)
                : new Pages(pages);
    }

    private static String decoded(SourceDocument document) {
        return TextDecoding.decode(document.bytes(), document.charset());
    }

    private Measured guarded(Callable<Extraction> work) throws InterruptedException {
        long start = System.nanoTime();
        if (!readers.tryAcquire(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Measured(new Nothing(ExtractionFault.TOO_SLOW), TIME_LIMIT, 0);
        }
        AtomicLong allocated = new AtomicLong();
        FutureTask<Extraction> task = new FutureTask<>(() -> {
            try {
                return work.call();
            } finally {
                allocated.set(THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()));
                readers.release();
            }
        });
        Thread thread = new Thread(null, task, "extraction", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        Extraction extraction;
        try {
            extraction = await(task, thread);
        } catch (ExecutionException e) {
            extraction = fault(e.getCause() == null ? e : e.getCause());
        } finally {
            thread.interrupt();
        }
        long asked = Math.max(allocated.get(), THREADS.getThreadAllocatedBytes(thread.threadId()));
        return new Measured(extraction, Duration.ofNanos(System.nanoTime() - start), asked);
    }

    private static Extraction await(FutureTask<Extraction> task, Thread thread)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TIME_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try {
                return task.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (THREADS.getThreadAllocatedBytes(thread.threadId()) > MOST_ALLOCATED) {
                    return new Nothing(ExtractionFault.TOO_LARGE);
                }
            }
        }
        return new Nothing(ExtractionFault.TOO_SLOW);
    }

    /** Readers of foreign formats end in every way when a document is broken; what is no fault of a document goes on. */
    private static Extraction fault(Throwable cause) {
        return switch (cause) {
            case ExtractionRefused refused -> new Nothing(refused.fault());
            case StackOverflowError deep -> new Nothing(ExtractionFault.TOO_DEEP);
            case RuntimeException broken -> new Nothing(ExtractionFault.UNREADABLE);
            case IOException broken -> new Nothing(ExtractionFault.UNREADABLE);
            default -> throw new IllegalStateException("A reader ended by a fault", cause);
        };
    }
}
