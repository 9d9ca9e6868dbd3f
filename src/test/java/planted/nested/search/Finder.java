package planted.nested.search;

import planted.nested.search.lucene.Postings;

public class Finder {
    Postings postings = new Postings();
}
