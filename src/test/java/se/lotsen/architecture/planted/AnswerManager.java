package se.lotsen.architecture.planted;

class AnswerManager {
}
