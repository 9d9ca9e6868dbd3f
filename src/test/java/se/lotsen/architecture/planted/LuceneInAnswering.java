package se.lotsen.architecture.planted;

import org.apache.lucene.index.Term;

class LuceneInAnswering {
    Term term = new Term("field", "token");
}
