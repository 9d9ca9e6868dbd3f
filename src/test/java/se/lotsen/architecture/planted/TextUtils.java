package se.lotsen.architecture.planted;

class TextUtils {
}
