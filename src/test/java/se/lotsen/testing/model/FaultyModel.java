package se.lotsen.testing.model;

import java.time.Duration;
import se.lotsen.testing.model.Script.Ending;

/** A model that fails in one way, in the middle of a good answer where there is a middle. */
public record FaultyModel(Kind kind) implements Behaviour {

    /** The ways to fail. */
    public enum Kind {
        TOO_MANY_REQUESTS, SERVER_FAULT, UNAVAILABLE, WRONG_KEY, SLOW_FIRST_WORD, SILENT, STALLED, SLOW_DRIP, CUT, RESET, NO_END_MARK, BROKEN_JSON, HALF_CHARACTER, PAGE_FOR_PEOPLE, HUGE_PART, FLOOD, EMPTY
    }

    /** Longer than any deadline that a test sets. */
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final int HUGE = 10_000_000;
    private static final int MIDDLE = 6;

    @Override
    public Script answer(ModelRequest request) {
        Script good = new GoodModel().answer(request);
        return switch (kind) {
            case TOO_MANY_REQUESTS -> Script.refusing(429).header("Retry-After", "1");
            case SERVER_FAULT -> Script.refusing(500);
            case UNAVAILABLE -> Script.refusing(503);
            case WRONG_KEY -> Script.refusing(401);
            case SLOW_FIRST_WORD -> good.firstAfter(LATE);
            case SILENT -> good.first(0).ending(Ending.STALL);
            case STALLED -> good.first(MIDDLE).ending(Ending.STALL);
            case SLOW_DRIP -> good.every(Duration.ofMillis(100)).ending(Ending.FLOOD);
            case CUT -> good.first(MIDDLE).ending(Ending.CUT);
            case RESET -> good.first(MIDDLE).ending(Ending.RESET);
            case NO_END_MARK -> good.first(MIDDLE).ending(Ending.NO_END_MARK);
            case BROKEN_JSON -> good.first(MIDDLE).ending(Ending.BROKEN_JSON);
            case HALF_CHARACTER -> good.first(MIDDLE).ending(Ending.HALF_CHARACTER);
            case PAGE_FOR_PEOPLE -> Script.page();
            case HUGE_PART -> Script.inParts("å".repeat(HUGE / 2));
            case FLOOD -> good.ending(Ending.FLOOD);
            case EMPTY -> good.first(0);
        };
    }
}
