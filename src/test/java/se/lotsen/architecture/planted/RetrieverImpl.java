package se.lotsen.architecture.planted;

class RetrieverImpl {
}
