package planted.cycle.hen;

import planted.cycle.egg.Egg;

public class Hen {
    Egg origin;
}
