package se.lotsen.screening;

/** Where something stands in a question: from one word (counted from 0) up to, not including, another. */
record Span(int start, int end) {
}
