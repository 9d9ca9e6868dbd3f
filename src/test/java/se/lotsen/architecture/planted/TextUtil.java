package se.lotsen.architecture.planted;

class TextUtil {
}
