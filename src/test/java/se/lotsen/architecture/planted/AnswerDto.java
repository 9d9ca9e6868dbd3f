package se.lotsen.architecture.planted;

class AnswerDto {
}
