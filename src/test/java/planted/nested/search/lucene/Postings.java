package planted.nested.search.lucene;

public class Postings {
}
