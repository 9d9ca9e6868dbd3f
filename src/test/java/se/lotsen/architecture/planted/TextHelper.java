package se.lotsen.architecture.planted;

class TextHelper {
}
