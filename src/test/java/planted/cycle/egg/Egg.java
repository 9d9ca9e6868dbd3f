package planted.cycle.egg;

import planted.cycle.hen.Hen;

public class Egg {
    Hen layer;
}
