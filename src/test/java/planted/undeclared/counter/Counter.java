package planted.undeclared.counter;

import planted.undeclared.desk.Desk;

public class Counter {
    Desk desk = new Desk();
}
