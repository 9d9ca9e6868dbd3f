package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.VoiceRequest;

/** What speaks for each line of a page as the answer to a question. */
final class Traits {
    /** Kinds of traits; each is about 0..1. "Of the best" is over the highest of the page. */
    enum Trait {
        OWN, OWN_OF_BEST, WITH_HEADING, WITH_HEADING_OF_BEST, BEFORE, PASSAGE, PASSAGE_OF_BEST,
        /** The share of the wanted types that it holds. */
        WANTED,
        /** The same, a type counting the more the fewer lines of the page hold it. */
        WANTED_RARE,
        /** The share of the wanted types that its heading asks for, too. */
        HEADING_WANTED,
        /** How many other types its heading asks for, in twos. */
        HEADING_UNWANTED, LEAD, ROW, LEADS_IN
    }

    /** Keeps a page that says nearly nothing of the question from looking like a good match by comparison. */
    private static final double LEAST_BEST = 0.05;

    private final List<Line> lines;
    private final List<BitSet> held = new ArrayList<>();
    private final List<BitSet> headings = new ArrayList<>();
    private final List<Pertinence.Shares> shares;
    private final BitSet asked;
    private final int[] holding;
    private final Pertinence.Shares best;

    Traits(AnswerTypes types, VoiceRequest request, List<Line> lines) {
        this.lines = lines;
        this.shares = new Pertinence(request.words(), lines).of(lines);
        this.asked = types.asked(request.question().value());
        this.holding = new int[types.names().size()];
        lines.stream().filter(line -> line.at() == 0).forEach(line -> {
            AnswerTypes.Held passage = types.held(line.passage());
            held.addAll(passage.statements());
            passage.statements().forEach(statement -> headings.add(passage.heading()));
        });
        held.forEach(statement -> statement.stream().forEach(type -> holding[type]++));
        this.best = new Pertinence.Shares(best(shares.stream().mapToDouble(Pertinence.Shares::own)),
                best(shares.stream().mapToDouble(Pertinence.Shares::withHeading)), 0,
                best(shares.stream().mapToDouble(Pertinence.Shares::passage)));
    }

    private static double best(DoubleStream shares) {
        return Math.max(LEAST_BEST, shares.max().orElse(0));
    }

    /** The traits of a line, by its number. */
    Map<Trait, Double> of(int number) {
        Line line = lines.get(number);
        Pertinence.Shares share = shares.get(number);
        Map<Trait, Double> traits = new EnumMap<>(Trait.class);
        traits.put(Trait.OWN, share.own());
        traits.put(Trait.OWN_OF_BEST, share.own() / best.own());
        traits.put(Trait.WITH_HEADING, share.withHeading());
        traits.put(Trait.WITH_HEADING_OF_BEST, share.withHeading() / best.withHeading());
        traits.put(Trait.BEFORE, share.before());
        traits.put(Trait.PASSAGE, share.passage());
        traits.put(Trait.PASSAGE_OF_BEST, share.passage() / best.passage());
        traits.put(Trait.LEAD, line.passage().headings().isEmpty() ? 1.0 : 0);
        traits.put(Trait.ROW, line.statement().form() == Statement.Form.TABLE_ROW ? 1.0 : 0);
        traits.put(Trait.LEADS_IN, line.leadsIn() ? 1.0 : 0);
        putWanted(traits, number);
        return traits;
    }

    private void putWanted(Map<Trait, Double> traits, int number) {
        double wanted = Math.max(1, asked.cardinality());
        BitSet heading = headings.get(number);
        BitSet headingWanted = wantedOf(heading);
        traits.put(Trait.WANTED, wantedTypes(number).cardinality() / wanted);
        traits.put(Trait.WANTED_RARE, wantedTypes(number).stream().mapToDouble(this::rarity).sum() / wanted);
        traits.put(Trait.HEADING_WANTED, headingWanted.cardinality() / wanted);
        traits.put(Trait.HEADING_UNWANTED, (heading.cardinality() - headingWanted.cardinality()) / 2.0);
    }

    /** The types that are asked for and that the line holds. */
    BitSet wantedTypes(int number) {
        return wantedOf(held.get(number));
    }

    private BitSet wantedOf(BitSet some) {
        BitSet both = (BitSet) some.clone();
        both.and(asked);
        return both;
    }

    /** 0..1: how few of the page's lines hold the type. */
    double rarity(int type) {
        return Math.log((lines.size() + 1) / (holding[type] + 0.5)) / Math.log(lines.size() + 1);
    }
}
