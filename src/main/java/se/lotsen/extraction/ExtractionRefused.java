package se.lotsen.extraction;

/** A document that is not read, for a reason that is told. */
final class ExtractionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ExtractionFault fault;

    ExtractionRefused(ExtractionFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    ExtractionFault fault() {
        return fault;
    }
}
