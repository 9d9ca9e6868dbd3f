package planted.proper.search;

public class Finder {
}
