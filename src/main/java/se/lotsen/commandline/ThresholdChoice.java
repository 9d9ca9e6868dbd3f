package se.lotsen.commandline;

import se.lotsen.confidence.ThresholdRule;

/** Reads from a command's options how thresholds are to be chosen. */
record ThresholdChoice(ThresholdRule rule) {
    private static final double MAX_WRONG = 0.05;
    private static final double CONFIDENCE = 0.95;

    /** A bound on wrong answers unless all three costs are given; never both. */
    static ThresholdChoice of(Arguments arguments) {
        boolean costs = arguments.has("cost-wrong") || arguments.has("cost-handover")
                || arguments.has("cost-delay");
        if (costs && (arguments.has("max-wrong") || arguments.has("confidence"))) {
            throw new UsageException("calibrate-usage");
        }
        if (costs) {
            return new ThresholdChoice(
                    new ThresholdRule.Costs(number(arguments, "cost-wrong", 0, Double.MAX_VALUE),
                            number(arguments, "cost-handover", 0, Double.MAX_VALUE),
                            number(arguments, "cost-delay", 0, Double.MAX_VALUE)));
        }
        return new ThresholdChoice(new ThresholdRule.MaxWrong(
                arguments.has("max-wrong") ? number(arguments, "max-wrong", 0, 1) : MAX_WRONG,
                arguments.has("confidence") ? number(arguments, "confidence", 0, 1) : CONFIDENCE));
    }

    private static double number(Arguments arguments, String option, double above, double below) {
        String value = arguments.value(option).orElseThrow(() -> new UsageException("calibrate-usage"));
        try {
            double number = Double.parseDouble(value);
            if (number > above && number < below) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("number-expected", "--" + option, value);
        }
        throw new UsageException("number-expected", "--" + option, value);
    }
}
