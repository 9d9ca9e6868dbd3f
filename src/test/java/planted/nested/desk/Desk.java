package planted.nested.desk;

import planted.nested.search.lucene.Postings;

public class Desk {
    Postings postings = new Postings();
}
