package planted.proper.desk;

import planted.proper.search.Finder;

public class Desk {
    Finder finder = new Finder();
}
